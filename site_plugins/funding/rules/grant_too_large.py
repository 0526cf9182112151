"""A later decision or the parts make the grant larger than any amount may be.

Each amount is checked where it is read; this is what they come to together.

PASS:
    grant: {amount: 500 000}
    amendments: [{date: 2024-05-02, kind: increase, reason: Dyrare bussar., change: 100 000}]
FAIL:
    grant: {amount: 500 000}
    amendments: [{date: 2024-05-02, kind: increase, reason: Dyrare bussar., change: 999 999 999 999}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.judging.steps import steps_that_set, typed_at
from funding.model.money import LARGEST_AMOUNT, Amount, grouped
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every step after which the whole is too large, approximate or not."""
    for step in steps_that_set(record, "grant.parts", "grant.amount"):
        whole = step.decision.money.whole
        if isinstance(whole, Amount) and whole.value > LARGEST_AMOUNT:
            details = {"whole": grouped(whole.value), "limit": grouped(LARGEST_AMOUNT)}
            yield Fault(typed_at(record, step, "grant.parts", "grant.amount"), details)


RULE = Rule("grant-too-large", Severity.ERROR, check)
