"""Stretches of a text with many digits: where every number that is personal data must stand."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from funding.personal.shape import DIGIT, GAP, shape_of

DASH: Final = "\\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
"""The inside of a character class: everything that people type as a dash."""

SPACE: Final = " \t\u00a0\u2000-\u200a\u202f\u205f\u3000"
"""The inside of a character class: spaces of every width, but no line feed."""

NEXT_LINE: Final = r"\n +(?!\d{4}: )"
"""Where a folded text may go on, indented: not at a year that is a key, as under ``per_year``."""

_CENTURIES: Final = ("19", "20")
"""What the year of a date begins with."""

YEARS: Final = re.compile(r"(?:(?:18|19|20|21)\d\d\D+)+(?:18|19|20|21)\d\d\Z")
"""Two or more years and nothing else, such as ``2024–2025``."""

DATE: Final = re.compile(rf"(?:19|20)\d\d[{DASH}./]\d\d(?:[{DASH}./]\d\d)?")
"""A month or a day, whatever stands between its parts."""


def _runs(digit: str, gap: str) -> str:
    """Give the pattern of a run, which has one group, or of what may be a date that stands alone, which has none."""
    more = rf"(?:{gap}{{0,3}}+|{gap}{{0,2}}+\n ++(?!{digit}{{4}}: )){digit}"
    return rf"{digit}(?:{digit}{{3}}-{digit}{{2}}-{digit}{{2}}(?!{more})|(?:{more}){{4,}}+())"


_RUNS: Final = re.compile(_runs(r"\d", r"[^\w\n]"))
_RUNS_BY_SHAPE: Final = re.compile(_runs(DIGIT, GAP).encode())


@lru_cache(maxsize=4)
def digit_runs(text: str) -> tuple[tuple[int, int], ...]:
    """Give start and end of every run of at least five digits, with whatever signs stand between them.

    A run goes on over a line feed where the next line is indented, as in folded text. Digits of all scripts count.
    A date that stands alone, such as ``2024-03-06``, is no run.
    """
    shape = shape_of(text)
    found = _RUNS.finditer(text) if shape is None else _RUNS_BY_SHAPE.finditer(shape)
    return tuple([match.span() for match in found if match.lastindex or not text.startswith(_CENTURIES, match.start())])
