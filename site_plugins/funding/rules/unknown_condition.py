"""The id of a standard condition stands in no register.

PASS:
    conditions: [fullt-finansierad]
FAIL:
    conditions: [full-finansierad]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.pointers import CONDITION
from funding.judging.rule import Fault, Rule, Whole
from funding.judging.unknown import unknown
from funding.problem import Severity


def check(whole: Whole) -> Iterator[Fault]:
    """Find every standard condition that is named and in no register."""
    return unknown(whole, CONDITION)


RULE = Rule("unknown-condition", Severity.ERROR, check)
