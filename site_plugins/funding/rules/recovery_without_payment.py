"""A later decision recovers money, but no payment of that kind came back.

PASS:
    amendments: [{date: 2024-05-02, kind: recovery, reason: Kostnader underkändes.}]
    payments: [{date: 2023-05-02, amount: 500 000}, {date: 2024-06-02, amount: 20 000, kind: recovery}]
FAIL:
    amendments: [{date: 2024-05-02, kind: recovery, reason: Kostnader underkändes.}]
    payments: [{date: 2023-05-02, amount: 500 000}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.amendments import of_kind
from funding.judging.rule import Fault, Rule
from funding.model.vocabulary import AmendmentKind, PaymentKind
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every granted recovery among payments of other kinds only; no payments at all means none recorded yet."""
    payments = record.original.payments or ()
    if payments and all(payment.kind is not PaymentKind.RECOVERY for payment in payments):
        for where, later in of_kind(record, AmendmentKind.RECOVERY):
            if later.amendment.granted and not later.voided:
                yield Fault(where)


RULE = Rule("recovery-without-payment", Severity.ERROR, check)
