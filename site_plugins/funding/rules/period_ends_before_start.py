"""The period ends before it starts.

An inexact date breaks the rule only when every reading of it does: a period from 2024-06 to 2024 may be right.

PASS:
    period: {start: 2024-04-01, end: 2024-12-31}
FAIL:
    period: {start: 2024-04-01, end: 2023-12-31}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.judging.steps import steps_that_set
from funding.model.dates import PartialDate
from funding.model.part import stated
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every step whose period ends before it starts."""
    for step in steps_that_set(record, "period"):
        period = stated(step.decision.period)
        if period is None or not isinstance(period.start, PartialDate) or not isinstance(period.end, PartialDate):
            continue
        if period.end.surely_before(period.start):
            yield Fault(step.at("period", "end"), {"start": period.start.iso, "end": period.end.iso})


RULE = Rule("period-ends-before-start", Severity.ERROR, check, about="period")
