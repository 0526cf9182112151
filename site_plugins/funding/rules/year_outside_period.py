"""Money is set aside for a year in which the project does not run.

PASS:
    grant: {amount: 100 000, per_year: {2024: 100 000}}
    period: {start: 2024-04-01, end: 2024-12-31}
FAIL:
    grant: {amount: 100 000, per_year: {2026: 100 000}}
    period: {start: 2024-04-01, end: 2024-12-31}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.known import exact, readable
from funding.judging.rule import Fault, Rule
from funding.judging.steps import steps_that_set, typed_at
from funding.model.decision import Decision
from funding.model.part import stated
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every year with money before the start or after the end, after every later decision too."""
    for step in steps_that_set(record, "grant.per_year", "period"):
        for year in _outside(step.decision):
            path = f"grant.per_year.{year}"
            yield Fault(typed_at(record, step, path, "grant.per_year", "period"), {"year": str(year)}, at_key=True)


def _outside(decision: Decision) -> Iterator[int]:
    years = decision.money.per_year or {}
    period = stated(decision.period)
    start, end = (readable(period.start), readable(period.end)) if period else (None, None)
    for year, amount in years.items():
        before = start is not None and year < start.year
        after = end is not None and year > end.year
        if exact(amount) != 0 and (before or after):
            yield year


RULE = Rule("year-outside-period", Severity.WARNING, check, about="grant.per_year")
