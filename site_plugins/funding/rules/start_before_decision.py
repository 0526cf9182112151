"""The project starts before the decision.

It is often allowed, at the applicant's own risk, so it is only said.

PASS:
    decision: {body: regional-tillvaxtnamnd, date: 2024-03-06}
    period: {start: 2024-04-01}
FAIL:
    decision: {body: regional-tillvaxtnamnd, date: 2024-03-06}
    period: {start: 2024-01-01}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.known import readable
from funding.judging.rule import Fault, Rule
from funding.model.part import stated
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Tell whether the first start is surely earlier than the decision."""
    period = stated(record.original.period)
    start = readable(period.start) if period else None
    if start and record.decided and start.surely_before(record.decided):
        yield Fault(("period", "start"), {"start": start.iso, "decided": record.decided.iso})


RULE = Rule("start-before-decision", Severity.NOTE, check, about="period")
