"""The id of a source of money stands in no register.

PASS:
    grant: {sources: anslag-1-1}
FAIL:
    grant: {sources: anslag 1:1}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.pointers import SOURCE
from funding.judging.rule import Fault, Rule, Whole
from funding.judging.unknown import unknown
from funding.problem import Severity


def check(whole: Whole) -> Iterator[Fault]:
    """Find every source that is named and in no register."""
    return unknown(whole, SOURCE)


RULE = Rule("unknown-source", Severity.ERROR, check)
