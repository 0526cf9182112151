"""An amount per year is given together with stated years.

``yearly`` marks an amount per year whose years the source does not state. Checked after every later decision too.

PASS:
    grant: {amount: 200 000, per_year: {2024: 100 000, 2025: 100 000}}
FAIL:
    grant: {amount: 100 000, yearly: true, per_year: {2024: 100 000, 2025: 100 000}}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.judging.steps import steps_that_set, typed_at
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every step where a grant has both."""
    for step in steps_that_set(record, "grant.per_year"):
        if step.decision.money.yearly and step.decision.money.per_year:
            yield Fault(typed_at(record, step, "grant.yearly", "grant.per_year"))


RULE = Rule("yearly-with-years", Severity.ERROR, check, about="grant.per_year")
