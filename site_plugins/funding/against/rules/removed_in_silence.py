"""A published value is gone, and no correction, later decision or step says so.

PASS:
    corrections: [{date: 2024-05-02, field: decision.paragraph, was: § 12, reason: Hörde till ett annat ärende.}]
FAIL:
    decision: {date: 2024-03-06}  # § 12 was published
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.against.lost import lost_in_silence
from funding.against.since import Pair
from funding.judging.rule import Fault, Rule
from funding.problem import Severity


def check(pair: Pair) -> Iterator[Fault]:
    """Find every protected value with nothing in its place."""
    for lost in lost_in_silence(pair):
        if not lost.now:
            yield Fault(lost.then.where[:-1], {"field": lost.then.fields[0], "was": lost.then.text})


RULE = Rule("removed-in-silence", Severity.ERROR, check)
