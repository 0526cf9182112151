"""A published later decision is gone; what does not hold any more is voided by a new one.

PASS:
    amendments:
      - {date: 2022-02-10, kind: increase, set: {grant.amount: 2 856 916}, reason: Större projekt.}
      - {date: 2022-06-15, kind: correction, voids: 2022-02-10, set: {grant.amount: 3 006 916}, reason: Ny budget.}
FAIL:
    amendments:  # 2022-02-10 was published
      - {date: 2022-06-15, kind: increase, set: {grant.amount: 3 006 916}, reason: Ny budget.}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.against.amended import paired
from funding.against.protected import text_of
from funding.against.since import Pair
from funding.judging.rule import Fault, Rule
from funding.problem import Severity


def check(pair: Pair) -> Iterator[Fault]:
    """Find every later decision that has none in its place."""
    then, now = pair.then.original.amendments or (), pair.now.original.amendments or ()
    kept = {before for before, _ in paired(then, now)}
    for index, amendment in enumerate(then):
        if index not in kept:
            yield Fault(("amendments",), {"given": amendment.id or text_of(amendment.when) or str(index + 1)})


RULE = Rule("amendment-vanished", Severity.ERROR, check)
