"""A later decision is called a decrease or returned funds, but the amount does not fall.

PASS:
    grant: {amount: 500 000}
    amendments: [{date: 2024-05-02, kind: decrease, reason: Mindre projekt., set: {grant.amount: 400 000}}]
FAIL:
    grant: {amount: 500 000}
    amendments: [{date: 2024-05-02, kind: decrease, reason: Mindre projekt., set: {grant.amount: 600 000}}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.amendments import amount_moved, of_kind
from funding.judging.rule import Fault, Rule
from funding.model.vocabulary import AmendmentKind
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every decrease and return of funds after which a known amount is not lower."""
    for where, later in of_kind(record, AmendmentKind.DECREASE, AmendmentKind.RETURNED_FUNDS):
        moved = amount_moved(later)
        if moved is not None and moved >= 0:
            yield Fault(where)


RULE = Rule("decrease-not-downwards", Severity.ERROR, check)
