"""The code of a municipality stands in no register.

PASS:
    location: {municipalities: [1880]}
FAIL:
    location: {municipalities: [1888]}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.pointers import MUNICIPALITY
from funding.judging.rule import Fault, Rule, Whole
from funding.judging.unknown import unknown
from funding.problem import Severity


def check(whole: Whole) -> Iterator[Fault]:
    """Find every municipality that is named and in no register."""
    return unknown(whole, MUNICIPALITY)


RULE = Rule("unknown-municipality", Severity.ERROR, check)
