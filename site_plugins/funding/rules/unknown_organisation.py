"""An id that must stand in the register of organisations does not.

PASS:
    recipient: region-orebro-lan
FAIL:
    recipient: region-örebro-län
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.pointers import ORGANISATION
from funding.judging.rule import Fault, Rule, Whole
from funding.judging.unknown import unknown
from funding.problem import Severity


def check(whole: Whole) -> Iterator[Fault]:
    """Find every organisation that a decision or register entry names and no register holds."""
    return unknown(whole, ORGANISATION)


RULE = Rule("unknown-organisation", Severity.ERROR, check)
