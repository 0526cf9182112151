"""A body decides about more than it may by the delegation limits in ``mkdocs.yml``.

PASS:
    decision: {body: utvecklingsdirektor}
    grant: {amount: 400 000}  # delegation_limits: {delegated_official: 500000}
FAIL:
    decision: {body: utvecklingsdirektor}
    grant: {amount: 600 000}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.known import exact_grant
from funding.judging.rule import Fault, Rule, Whole
from funding.model.money import grouped
from funding.problem import Severity
from funding.register import Record


def check(whole: Whole) -> Iterator[Fault]:
    """Find every first decision whose exact amount is above the limit of all the bodies that decide it together."""
    if not whole.options.delegation_limits:
        return
    for record in whole.register.records.values():
        limit, amount = _limit(whole, record), exact_grant(record.original)
        if limit is not None and amount is not None and amount > limit and record.status.was_granted:
            yield Fault(("grant", "amount"), {"amount": grouped(amount), "limit": grouped(limit)}, path=record.path)


def _limit(whole: Whole, record: Record) -> int | None:
    """Give the highest limit of our own bodies; ``None`` where one of them has none."""
    bodies = whole.register.lists.bodies
    limits = []
    for id_ in record.bodies:
        type_ = bodies[id_].type if id_ in bodies else None
        ours = id_ in bodies and whole.register.owner_of(id_) == whole.register.own
        limits.append(whole.options.delegation_limits.get(type_) if type_ and ours else None)
    known = [limit for limit in limits if limit is not None]
    return max(known) if known and len(known) == len(limits) else None


RULE = Rule("delegation-exceeded", Severity.WARNING, check)
