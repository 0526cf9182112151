"""What the rules about sums share: amounts that must add up to the whole grant."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from funding.judging.known import exact, exact_grant
from funding.judging.rule import Fault
from funding.judging.steps import steps_that_set, typed_at
from funding.model.grant import Grant
from funding.model.money import grouped
from funding.register import Record

Amounts = Callable[[Grant], list[object]]


def must_sum(record: Record, path: str, amounts: Amounts) -> Iterator[Fault]:
    """Give a fault at every step where some amounts of the grant do not add up to it.

    Where some are missing, the rest must not be more than the whole. Approximate amounts are skipped. Without an amount
    the parts give the whole.
    """
    wholes = ("grant.amount",) if record.original.money.amount is not None else ("grant.amount", "grant.parts")
    for step in steps_that_set(record, path, *wholes):
        given = amounts(step.decision.money)
        if not given:
            continue
        whole = exact_grant(step.decision)
        known = [value for amount in given if (value := exact(amount)) is not None]
        if whole is None or not known:
            continue
        complete = len(known) == len(given)
        if sum(known) > whole or (complete and sum(known) != whole):
            details = {"sum": grouped(sum(known)), "whole": grouped(whole)}
            yield Fault(typed_at(record, step, path, *wholes), details, at_key=step.amendment is None)
