"""A published value is another than it was, and no correction, later decision or step says so.

PASS:
    grant: {amount: 2 554 984}
    corrections: [{date: 2024-05-02, field: grant.amount, was: 2 544 984, reason: Omkastade siffror.}]
FAIL:
    grant: {amount: 2 554 984}  # 2 544 984 was published
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.against.lost import lost_in_silence
from funding.against.since import Pair
from funding.judging.rule import Fault, Rule
from funding.problem import Severity


def check(pair: Pair) -> Iterator[Fault]:
    """Find every protected value with another in its place."""
    for lost in lost_in_silence(pair):
        if lost.now:
            yield Fault(lost.now.where, {"field": lost.now.fields[0], "was": lost.then.text})


RULE = Rule("changed-in-silence", Severity.ERROR, check)
