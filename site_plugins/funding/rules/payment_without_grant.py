"""Money is paid out for what is not granted.

PASS:
    status: granted
    payments: [{date: 2024-06-01, amount: 250 000}]
FAIL:
    status: proposed
    payments: [{date: 2024-06-01, amount: 250 000}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Tell whether a decision that was never granted has payments."""
    if record.original.payments and not record.status.was_granted:
        yield Fault(("payments",), {"status": record.status.value}, at_key=True)


RULE = Rule("payment-without-grant", Severity.ERROR, check, about="payments")
