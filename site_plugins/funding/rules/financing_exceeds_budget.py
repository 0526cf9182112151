"""The grant and others' financing are more than the whole budget of the project.

PASS:
    grant: {amount: 500 000}
    financing: [{financier: eruf, amount: 500 000}]
    total_budget: 1 000 000
FAIL:
    grant: {amount: 600 000}
    financing: [{financier: eruf, amount: 500 000}]
    total_budget: 1 000 000
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.known import exact, exact_grant
from funding.judging.rule import Fault, Rule
from funding.judging.steps import steps_that_set, typed_at
from funding.model.money import grouped
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every step where what is known of the plan is more than the budget; approximate amounts are left out."""
    for step in steps_that_set(record, "total_budget", "financing", "grant.amount", "grant.parts"):
        budget = exact(step.decision.total_budget)
        others = (exact(entry.amount) for entry in step.decision.financing or ())
        plan = (exact_grant(step.decision) or 0) + sum(amount for amount in others if amount is not None)
        if budget is not None and plan > budget:
            where = typed_at(record, step, "total_budget", "financing", "grant.amount", "grant.parts")
            yield Fault(where, {"sum": grouped(plan), "whole": grouped(budget)})


RULE = Rule("financing-exceeds-budget", Severity.ERROR, check, about="total_budget")
