"""A decision is drawn from another one that is no framework.

PASS:
    within: 2022/ramprojekt-digitalisering  # kind: framework
FAIL:
    within: 2022/ett-vanligt-projekt
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule, Whole
from funding.model.vocabulary import Kind
from funding.problem import Severity


def check(whole: Whole) -> Iterator[Fault]:
    """Find every decision within something of another kind."""
    records = whole.register.records
    for record in records.values():
        frame = records.get(record.original.within) if record.original.within else None
        if frame is not None and frame.original.kind is not Kind.FRAMEWORK:
            yield Fault(("within",), {"given": frame.id}, path=record.path)


RULE = Rule("within-no-framework", Severity.ERROR, check)
