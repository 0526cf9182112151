"""What the rules about sums share: amounts that must add up to the whole grant."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from funding.judging.known import exact
from funding.judging.rule import Fault
from funding.judging.steps import steps_that_set, typed_at
from funding.model.grant import Grant
from funding.model.money import grouped
from funding.register import Record

Amounts = Callable[[Grant], list[object]]


def must_sum(record: Record, path: str, amounts: Amounts) -> Iterator[Fault]:
    """Give a fault at every step where some amounts of the grant do not add up to it.

    Where some are missing, the rest must not be more than the whole. Approximate amounts are skipped.
    """
    for step in steps_that_set(record, path, "grant.amount"):
        grant = step.decision.money
        whole = None if grant.yearly else exact(grant.amount)
        given = amounts(grant)
        known = [value for amount in given if (value := exact(amount)) is not None]
        if whole is None or not known:
            continue
        complete = len(known) == len(given)
        if sum(known) > whole or (complete and sum(known) != whole):
            details = {"sum": grouped(sum(known)), "whole": grouped(whole)}
            yield Fault(typed_at(record, step, path, "grant.amount"), details, at_key=step.amendment is None)
