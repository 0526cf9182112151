"""The id of another financier stands neither among the organisations nor among the sources.

PASS:
    financing: [orebro-kommun, eruf]
FAIL:
    financing: [Örebro kommun]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.pointers import FINANCIER
from funding.judging.rule import Fault, Rule, Whole
from funding.judging.unknown import unknown
from funding.problem import Severity


def check(whole: Whole) -> Iterator[Fault]:
    """Find every financier that is named and in no register."""
    return unknown(whole, FINANCIER)


RULE = Rule("unknown-financier", Severity.ERROR, check)
