"""The id of a source of money stands in no register.

PASS:
    grant: {sources: anslag-1-1}
FAIL:
    grant: {sources: anslag 1:1}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.problem import Severity
from funding.rules.pointers import SOURCE
from funding.rules.rule import Fault, Rule, Whole
from funding.rules.unknown import unknown


def check(whole: Whole) -> Iterator[Fault]:
    """Find every source that is named and in no register."""
    return unknown(whole, SOURCE)


RULE = Rule("unknown-source", Severity.ERROR, check)
