"""A later decision is called an extension, but the project does not end later or last longer.

PASS:
    period: {end: 2024-12-31}
    amendments: [{date: 2024-05-02, kind: extension, reason: Förseningar., set: {period.end: 2025-06-30}}]
FAIL:
    period: {end: 2024-12-31}
    amendments: [{date: 2024-05-02, kind: extension, reason: Förseningar., set: {period.end: 2024-06-30}}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.amendments import of_kind
from funding.judging.known import readable
from funding.judging.rule import Fault, Rule
from funding.model.dates import PartialDate
from funding.model.decision import Decision
from funding.model.part import stated
from funding.model.vocabulary import AmendmentKind
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every extension after which a known end is surely not later, or a length in months no longer."""
    for where, later in of_kind(record, AmendmentKind.EXTENSION):
        before, after = _end(later.before), _end(later.after)
        if before and after and after.last <= before.first:
            yield Fault(where, {"before": before.iso, "after": after.iso})
        shorter, longer = _months(later.before), _months(later.after)
        if shorter and longer and longer <= shorter:
            yield Fault(where, {"before": f"months: {shorter}", "after": f"months: {longer}"})


def _end(decision: Decision) -> PartialDate | None:
    period = stated(decision.period)
    return readable(period.end) if period else None


def _months(decision: Decision) -> int | None:
    period = stated(decision.period)
    return period.months if period else None


RULE = Rule("extension-not-later", Severity.ERROR, check)
