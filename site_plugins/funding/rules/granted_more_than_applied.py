"""More is granted than was applied for.

PASS:
    applied_amount: 800 000
    grant: {amount: 500 000}
FAIL:
    applied_amount: 500 000
    grant: {amount: 800 000}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.known import exact, exact_grant
from funding.judging.rule import Fault, Rule
from funding.model.money import grouped
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Tell whether the first amount is more than what was applied for."""
    applied, granted = exact(record.original.applied_amount), exact_grant(record.original)
    if applied is not None and granted is not None and granted > applied:
        yield Fault(("applied_amount",), {"applied": grouped(applied), "granted": grouped(granted)})


RULE = Rule("granted-more-than-applied", Severity.WARNING, check, about="applied_amount")
