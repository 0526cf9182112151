"""More is granted within a framework than the framework holds.

PASS:
    kind: framework
    grant: {amount: 1 000 000}  # 900 000 is granted within it
FAIL:
    kind: framework
    grant: {amount: 1 000 000}  # 1 100 000 is granted within it
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from funding.judging.known import exact_grant
from funding.judging.rule import Fault, Rule, Whole
from funding.model.money import grouped
from funding.model.vocabulary import Kind
from funding.problem import Severity
from funding.register import Record


def check(whole: Whole) -> Iterator[Fault]:
    """Find every framework whose exact amount is less than the exact amounts granted within it."""
    drawn: dict[str, int] = defaultdict(int)
    for record in whole.register.records.values():
        within = record.original.within
        amount = _granted(record) if within else None
        if within and amount is not None:
            drawn[within] += amount
    for id_, total in drawn.items():
        frame = whole.register.records.get(id_)
        whole_amount = _granted(frame) if frame and frame.original.kind is Kind.FRAMEWORK else None
        if frame and whole_amount is not None and total > whole_amount:
            details = {"sum": grouped(total), "whole": grouped(whole_amount)}
            yield Fault(("grant", "amount"), details, path=frame.path)


def _granted(record: Record) -> int | None:
    return exact_grant(record.current) if record.status.counts else None


RULE = Rule("framework-exceeded", Severity.WARNING, check)
