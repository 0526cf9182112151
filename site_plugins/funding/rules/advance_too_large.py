"""An advance is more than half of the grant or more than 400 000 kronor.

11 § förordningen (2003:596) om bidrag för projektverksamhet inom den regionala tillväxtpolitiken (SFS 2015:858); only
decisions that name the regulation as their legal basis are bound by it.

PASS:
    grant: {amount: 500 000}
    legal_basis: SFS 2003:596
    payments: [{date: 2024-06-01, amount: 250 000, kind: advance}]
FAIL:
    grant: {amount: 500 000}
    legal_basis: SFS 2003:596
    payments: [{date: 2024-06-01, amount: 300 000, kind: advance}]
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from funding.judging.known import exact_grant
from funding.judging.laws import cites_project_regulation
from funding.judging.rule import Fault, Rule
from funding.model.money import grouped
from funding.model.vocabulary import PaymentKind
from funding.problem import Severity
from funding.register import Record

_MOST: Final = Decimal(400_000)
"""Kronor."""


def check(record: Record) -> Iterator[Fault]:
    """Find every such advance."""
    if not cites_project_regulation(record.original):
        return
    granted = exact_grant(record.current)
    limit = _MOST if granted is None else min(_MOST, Decimal(granted) / 2)
    for index, payment in enumerate(record.original.payments or ()):
        if payment.kind is PaymentKind.ADVANCE and payment.amount > limit:
            details = {"given": grouped(payment.amount), "limit": grouped(limit)}
            yield Fault(("payments", index, "amount"), details)


RULE = Rule("advance-too-large", Severity.WARNING, check, about="payments")
