"""A later decision changes the amount or the end of the project, but its kind does not say so.

PASS:
    grant: {amount: 500 000}
    amendments: [{date: 2024-05-02, kind: increase, reason: Dyrare bussar., change: 100 000}]
FAIL:
    grant: {amount: 500 000}
    amendments: [{date: 2024-05-02, kind: extension, reason: Dyrare bussar., change: 100 000}]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from funding.judging.amendments import amount_moved
from funding.judging.known import readable
from funding.judging.rule import Fault, Rule
from funding.model.current import LaterDecision
from funding.model.decision import Decision
from funding.model.part import stated
from funding.model.vocabulary import AmendmentKind
from funding.problem import Severity
from funding.register import Record

_FREE: Final = {AmendmentKind.CORRECTION, AmendmentKind.SCOPE, AmendmentKind.REVOCATION}
_DOWN: Final = (AmendmentKind.DECREASE, AmendmentKind.RETURNED_FUNDS)


def check(record: Record) -> Iterator[Fault]:
    """Find every effect without its kind; corrections and changes of scope may have any."""
    for index, later in enumerate(record.later):
        kinds = set(later.amendment.kind)
        for needed in _needed(later) if not kinds & _FREE else ():
            if not kinds & set(needed):
                yield Fault(("amendments", index, "kind"), {"kind": needed[0].value}, at_key=True)


def _needed(later: LaterDecision) -> Iterator[tuple[AmendmentKind, ...]]:
    moved = amount_moved(later)
    if moved and moved > 0 and AmendmentKind.REALLOCATION not in later.amendment.kind:
        yield (AmendmentKind.INCREASE,)
    if moved and moved < 0 and AmendmentKind.REALLOCATION not in later.amendment.kind:
        yield _DOWN
    if _ends_later(later.before, later.after):
        yield (AmendmentKind.EXTENSION,)


def _ends_later(before: Decision, after: Decision) -> bool:
    ends = [readable(period.end) if (period := stated(decision.period)) else None for decision in (before, after)]
    first, second = ends
    return first is not None and second is not None and first.surely_before(second)


RULE = Rule("change-without-kind", Severity.WARNING, check)
