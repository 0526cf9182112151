"""An amount per year is given together with stated years.

``yearly`` marks an amount per year whose years the source does not state.

PASS:
    grant: {amount: 200 000, per_year: {2024: 100 000, 2025: 100 000}}
FAIL:
    grant: {amount: 100 000, yearly: true, per_year: {2024: 100 000, 2025: 100 000}}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Tell whether a grant has both."""
    grant = record.original.grant
    if grant and grant.yearly and grant.per_year:
        yield Fault(("grant", "yearly"))


RULE = Rule("yearly-with-years", Severity.ERROR, check)
