"""The change in a later decision is not the difference between the amount before and the new one.

It is counted from the amount before it, without what it voids.

PASS:
    grant: {amount: 2 567 649}
    amendments: [{date: 2022-02-10, kind: increase, reason: Dyrare., change: 289 267, set: {grant.amount: 2 856 916}}]
FAIL:
    grant: {amount: 2 567 649}
    amendments: [{date: 2022-02-10, kind: increase, reason: Dyrare., change: 289 267, set: {grant.amount: 2 856 196}}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.known import exact
from funding.judging.rule import Fault, Rule
from funding.model.money import grouped
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every change that disagrees with the amount that is set; unknown and approximate amounts are skipped."""
    for index, later in enumerate(record.later):
        amendment = later.amendment
        before = exact(later.before.money.whole)
        after = exact(amendment.set.amount) if amendment.set else None
        if amendment.change is not None and before is not None and after is not None:
            difference = after - before
            if difference != amendment.change.value:
                details = {"change": grouped(amendment.change.value), "difference": grouped(difference)}
                yield Fault(("amendments", index, "change"), details)


RULE = Rule("change-unlike-set", Severity.ERROR, check)
