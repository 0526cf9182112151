"""The share is more than half of the costs.

5 § förordningen (2003:596) om bidrag för projektverksamhet inom den regionala tillväxtpolitiken lets one funder pay at
most 50 percent of a project's expenditures. It is legal to record: other bases of costs and other money are not bound.

PASS:
    grant: {amount: 500 000, shares: [{percent: 50, of: booked_costs}]}
FAIL:
    grant: {amount: 500 000, shares: [{percent: 56, of: booked_costs}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from funding.judging.rule import Fault, Rule
from funding.judging.steps import steps_that_set
from funding.model.money import grouped
from funding.model.vocabulary import Kind, ShareBase, Status
from funding.problem import Severity
from funding.register import Record

_HALF: Final = 50


def check(record: Record) -> Iterator[Fault]:
    """Find every share over half, except of public financing, for an operating grant, or only applied for."""
    if record.status is Status.APPLIED or record.original.kind is Kind.OPERATING_GRANT:
        return
    for step in steps_that_set(record, "grant.shares"):
        for index, share in enumerate(step.decision.money.shares or ()):
            if share.percent > _HALF and share.of is not ShareBase.PUBLIC_FINANCING:
                yield Fault(step.at("grant", "shares", index, "percent"), {"percent": grouped(share.percent)})


RULE = Rule("share-over-half", Severity.WARNING, check, about="grant.shares")
