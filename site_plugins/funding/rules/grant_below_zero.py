"""A later decision takes more than is left of the grant.

PASS:
    grant: {amount: 500 000}
    amendments: [{date: 2024-05-02, kind: decrease, reason: Mindre projekt., change: -100 000}]
FAIL:
    grant: {amount: 500 000}
    amendments: [{date: 2024-05-02, kind: decrease, reason: Mindre projekt., change: -1 000 000}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.model.money import Amount, grouped
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every change after which the amount is less than nothing."""
    for index, later in enumerate(record.later):
        after = later.after.money.amount
        if later.amendment.change is not None and isinstance(after, Amount) and after.value < 0:
            yield Fault(("amendments", index, "change"), {"after": grouped(after.value)})


RULE = Rule("grant-below-zero", Severity.ERROR, check)
