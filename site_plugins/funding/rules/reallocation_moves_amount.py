"""A later decision is called a reallocation, but the whole amount changes.

PASS:
    grant: {amount: 500 000}
    amendments: [{date: 2024-05-02, kind: reallocation, reason: Mer i år., set: {grant.per_year.2024: 500 000}}]
FAIL:
    grant: {amount: 500 000}
    amendments: [{date: 2024-05-02, kind: reallocation, reason: Mer till bussar., set: {grant.amount: 600 000}}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.amendments import amount_moved, of_kind
from funding.judging.rule import Fault, Rule
from funding.model.vocabulary import AmendmentKind
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every reallocation after which a known amount is another."""
    for where, later in of_kind(record, AmendmentKind.REALLOCATION):
        if amount_moved(later):
            yield Fault(where)


RULE = Rule("reallocation-moves-amount", Severity.ERROR, check)
