"""The amounts per year do not add up to the amount of the grant.

Checked after every later decision too; approximate amounts are skipped.

PASS:
    grant: {amount: 300 000, per_year: {2024: 100 000, 2025: 200 000}}
FAIL:
    grant: {amount: 300 000, per_year: {2024: 100 000, 2025: 100 000}}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.judging.sums import must_sum
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every step where the years are more or less than the whole."""
    return must_sum(record, "grant.per_year", lambda grant: list((grant.per_year or {}).values()))


RULE = Rule("years-do-not-sum", Severity.ERROR, check, about="grant.per_year")
