"""The amount is another part of the total budget than the share says, by more than one percentage point.

PASS:
    grant: {amount: 500 000, shares: [{percent: 50, of: booked_costs}]}
    total_budget: 1 000 000
FAIL:
    grant: {amount: 500 000, shares: [{percent: 40, of: booked_costs}]}
    total_budget: 1 000 000
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from funding.judging.known import exact, exact_grant
from funding.judging.rule import Fault, Rule
from funding.judging.steps import steps_that_set, typed_at
from funding.model.decision import Decision
from funding.model.money import grouped
from funding.model.vocabulary import ShareBase
from funding.problem import Severity
from funding.register import Record

_POINT: Final = 1


def check(record: Record) -> Iterator[Fault]:
    """Find every step where no share of costs agrees with amount and budget; public financing is another whole."""
    for step in steps_that_set(record, "grant.shares", "grant.amount", "total_budget"):
        shares = step.decision.money.shares or ()
        percents = [share.percent for share in shares if share.of is not ShareBase.PUBLIC_FINANCING]
        part = _percent_of_budget(step.decision)
        if part is None or not percents:
            continue
        nearest = min(percents, key=lambda percent: abs(percent - part))
        if abs(nearest - part) > _POINT:
            where = typed_at(record, step, "grant.shares", "grant.amount", "total_budget")
            yield Fault(
                where, {"share": grouped(nearest), "part": grouped(round(part, 1))}, at_key=step.amendment is None
            )


def _percent_of_budget(decision: Decision) -> Decimal | None:
    amount, budget = exact_grant(decision), exact(decision.total_budget)
    return None if amount is None or budget is None else Decimal(100) * amount / budget


RULE = Rule("share-unlike-amount", Severity.WARNING, check, about="grant.shares")
