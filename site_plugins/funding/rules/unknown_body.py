"""The id of a deciding body stands in no register.

PASS:
    decision: {body: regional-tillvaxtnamnd}
FAIL:
    decision: {body: regional-tillväxtnämnd}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.pointers import BODY
from funding.judging.rule import Fault, Rule, Whole
from funding.judging.unknown import unknown
from funding.problem import Severity


def check(whole: Whole) -> Iterator[Fault]:
    """Find every body that is named and in no register."""
    return unknown(whole, BODY)


RULE = Rule("unknown-body", Severity.ERROR, check)
