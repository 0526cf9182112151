"""General terms are named by a diary number that stands in no register.

PASS:
    conditions: [{type: general_terms, terms: 19RS9026, text: Allmänna villkor gäller.}]
FAIL:
    conditions: [{type: general_terms, terms: 19RS9062, text: Allmänna villkor gäller.}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.pointers import TERMS
from funding.judging.rule import Fault, Rule, Whole
from funding.judging.unknown import unknown
from funding.problem import Severity


def check(whole: Whole) -> Iterator[Fault]:
    """Find every diary number of general terms that is named and in no register."""
    return unknown(whole, TERMS)


RULE = Rule("unknown-terms", Severity.ERROR, check)
