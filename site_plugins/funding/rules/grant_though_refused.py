"""What was turned down has an amount of a grant. What was asked for is ``applied_amount``.

PASS:
    status: rejected
    applied_amount: 500 000
FAIL:
    status: rejected
    grant: {amount: 500 000}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find amounts, years and parts of what was rejected, withdrawn or closed; currency, shares and sources may be."""
    grant = record.original.grant
    if grant is None or not record.status.turned_down:
        return
    for key in ("amount", "per_year", "parts"):
        if getattr(grant, key) is not None:
            yield Fault(("grant", key), {"status": record.status.value}, at_key=True)
    for index, source in enumerate(grant.sources or ()):
        if source.amount is not None:
            yield Fault(("grant", "sources", index, "amount"), {"status": record.status.value}, at_key=True)


RULE = Rule("grant-though-refused", Severity.ERROR, check)
