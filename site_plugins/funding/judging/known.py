"""What a rule may reckon with: exact amounts and readable dates; what is approximate or not stated is skipped."""

from __future__ import annotations

from funding.model.dates import PartialDate
from funding.model.decision import Decision
from funding.model.money import Amount


def exact(amount: object) -> int | None:
    """Give an amount in whole units where it is stated and exact."""
    return amount.value if isinstance(amount, Amount) and amount.about is None else None


def exact_grant(decision: Decision) -> int | None:
    """Give the whole grant where it is exact; an amount per year is no whole."""
    return None if decision.money.yearly else exact(decision.money.whole)


def readable(date: object) -> PartialDate | None:
    """Give a date where it is stated and readable."""
    return date if isinstance(date, PartialDate) else None
