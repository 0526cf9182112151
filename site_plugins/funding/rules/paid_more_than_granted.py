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

from funding.model.money import grouped
from funding.problem import Severity
from funding.register import Record
from funding.rules.known import exact_grant
from funding.rules.payments import paid
from funding.rules.rule import Fault, Rule


def check(record: Record) -> Iterator[Fault]:
    """Tell whether payments, less what came back, are more than the grant as it stands, where it is exact."""
    granted = exact_grant(record.current) if record.status.counts else None
    total = paid(record.original)
    if granted is not None and total > granted:
        yield Fault(("payments",), {"paid": grouped(total), "granted": grouped(granted)}, at_key=True)


RULE = Rule("paid-more-than-granted", Severity.ERROR, check)
