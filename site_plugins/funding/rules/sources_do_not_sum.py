"""The amounts per source do not add up to the amount of the grant.

Checked after every later decision too; approximate amounts are skipped.

PASS:
    grant: {amount: 300 000, sources: [{source: eruf, amount: 100 000}, {source: anslag-1-1, amount: 200 000}]}
FAIL:
    grant: {amount: 300 000, sources: [{source: eruf, amount: 100 000}, {source: anslag-1-1, amount: 100 000}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.judging.sums import must_sum
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every step where the sources are more or less than the whole."""
    return must_sum(record, "grant.sources", lambda grant: [source.amount for source in grant.sources or ()])


RULE = Rule("sources-do-not-sum", Severity.ERROR, check, about="grant.sources")
