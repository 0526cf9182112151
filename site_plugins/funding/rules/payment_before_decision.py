"""Money is paid out before the decision.

PASS:
    decision: {body: regional-tillvaxtnamnd, date: 2024-03-06}
    payments: [{date: 2024-06-01, amount: 250 000}]
FAIL:
    decision: {body: regional-tillvaxtnamnd, date: 2024-03-06}
    payments: [{date: 2023-06-01, amount: 250 000}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.known import readable
from funding.judging.rule import Fault, Rule
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every payment that is surely earlier than the decision."""
    for index, payment in enumerate(record.original.payments or ()):
        date = readable(payment.date)
        if date and record.decided and date.surely_before(record.decided):
            details = {"date": date.iso, "decided": record.decided.iso}
            yield Fault(("payments", index, "date"), details)


RULE = Rule("payment-before-decision", Severity.WARNING, check, about="payments")
