"""More is paid out than is granted today.

PASS:
    grant: {amount: 500 000}
    payments: [{date: 2024-06-01, amount: 250 000}]
FAIL:
    grant: {amount: 500 000}
    payments: [{date: 2024-06-01, amount: 550 000}]
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from funding.judging.known import exact_grant
from funding.judging.rule import Fault, Rule
from funding.model.decision import Decision
from funding.model.money import grouped
from funding.model.vocabulary import PaymentKind
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Tell whether payments, less what came back, are more than the grant as it stands, where it is exact."""
    if not record.original.payments:
        return
    granted = exact_grant(record.current) if record.status.counts else None
    total = _paid(record.original)
    if granted is not None and total > granted:
        yield Fault(("payments",), {"paid": grouped(total), "granted": grouped(granted)}, at_key=True)


def _paid(decision: Decision) -> Decimal:
    """Give what was paid out without what came back."""
    signed = (
        -payment.amount if payment.kind is PaymentKind.RECOVERY else payment.amount
        for payment in decision.payments or ()
    )
    return sum(signed, Decimal(0))


RULE = Rule("paid-more-than-granted", Severity.ERROR, check, about="payments")
