"""What the rules about payments share."""

from __future__ import annotations

from decimal import Decimal

from funding.model.decision import Decision
from funding.model.vocabulary import PaymentKind


def paid(decision: Decision) -> Decimal:
    """Give what was paid out without what came back."""
    signed = (
        -payment.amount if payment.kind is PaymentKind.RECOVERY else payment.amount
        for payment in decision.payments or ()
    )
    return sum(signed, Decimal(0))
