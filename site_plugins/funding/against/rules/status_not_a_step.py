"""The status of a published decision is one that it cannot have come to, and no correction says so.

PASS:
    status: granted  # proposed was published
FAIL:
    status: proposed  # granted was published
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.against.reasons import Reasons, is_step
from funding.against.since import Pair
from funding.judging.rule import Fault, Rule
from funding.problem import Severity


def check(pair: Pair) -> Iterator[Fault]:
    """Find a status that is no step from the one that was published."""
    then, now = pair.then.original, pair.now.original
    if then.status is now.status or is_step(then.status, now.status):
        return
    if not Reasons.between(then, now).explain(["status"]):
        yield Fault(("status",), {"given": now.status.value, "was": then.status.value})


RULE = Rule("status-not-a-step", Severity.ERROR, check)
