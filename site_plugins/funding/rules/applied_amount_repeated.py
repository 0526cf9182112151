"""The amount that was applied for is the one that was granted; it is written only where it differs.

PASS:
    applied_amount: 800 000
    grant: {amount: 500 000}
FAIL:
    applied_amount: 500 000
    grant: {amount: 500 000}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.known import exact, exact_grant
from funding.judging.rule import Fault, Rule
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Tell whether the first amount is what was applied for."""
    applied = exact(record.original.applied_amount)
    if applied is not None and applied == exact_grant(record.original):
        yield Fault(("applied_amount",), at_key=True)


RULE = Rule("applied-amount-repeated", Severity.WARNING, check, about="applied_amount")
