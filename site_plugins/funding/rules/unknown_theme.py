"""The id of a theme stands in no register.

PASS:
    themes: [klimat]
FAIL:
    themes: [Klimat och miljö]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.pointers import THEME
from funding.judging.rule import Fault, Rule, Whole
from funding.judging.unknown import unknown
from funding.problem import Severity


def check(whole: Whole) -> Iterator[Fault]:
    """Find every theme that is named and in no register."""
    return unknown(whole, THEME)


RULE = Rule("unknown-theme", Severity.ERROR, check)
