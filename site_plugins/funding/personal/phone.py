"""Telephone numbers: Swedish ones as people write them, foreign ones with their country, any beside its word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from funding.personal.digits import DASH, DATE, SPACE, YEARS, digit_runs
from funding.personal.sighting import Sighting

_AREA: Final = r"(?:8|1[013689]|2[0136]|3[1356]|4[0246]|54|6[03]|7[0236789]|90|[1-69]\d\d)"
"""Swedish area codes without their 0 (PTS, the Swedish numbering plan): 08, those of three digits, those of four."""

_GROUPS: Final = rf"(?:\d{{5,8}}|\d{{2,4}}(?:[{SPACE}]\d{{2,3}}){{1,3}})"
_SWEDISH: Final = re.compile(rf"\(?0{_AREA}\)?[{SPACE}]?[{DASH}/{SPACE}][{SPACE}]?{_GROUPS}(?!\d|[{DASH}/.,]\d)")
_MOBILE: Final = re.compile(rf"07[02369](?:[{DASH}{SPACE}]?\d){{7}}(?!\d|[{DASH}/.,]\d)")
_FOREIGN: Final = re.compile(
    rf"(?:\+|00)(?:4[0-9]|3[0-9]{{1,2}}|1)[{SPACE}{DASH}]?(?:\(0\)[{SPACE}]?)?\d(?:[{SPACE}{DASH}]?\d){{6,9}}(?!\d)"
)
_THOUSANDS: Final = re.compile(rf"\+\d{{1,3}}(?:[{SPACE}]\d{{3}}){{2,3}}\Z")
_WORD: Final = re.compile(
    r"(?:\b(?:tel|telnr|telefon|telefonnr|telefonnummer|tfn|mobil|mobilnr|mobiltelefon|mobilnummer|fax|växel|sms|ring)"
    rf"(?:[{SPACE}]?(?:nr|nummer))?[.:]{{0,2}}[{SPACE}]{{0,2}}\(?)\Z",
    re.IGNORECASE,
)
_WORD_ENDS: Final = ("tel", "nr", "fon", "nummer", "tfn", "mobil", "fax", "växel", "sms", "ring")
_BETWEEN: Final = " \t\u00a0\u202f.:("
_FEWEST: Final = 8
_FEWEST_BESIDE_WORD: Final = 5
_WORD_WITHIN: Final = 24
_TIME: Final = re.compile(r"[0-2]?\d[.:][0-5]\d(?!\d)")
_UNIT: Final = re.compile(rf"[{SPACE}]?(?:kr|kronor|sek|tkr|mnkr|%|procent|st)\b", re.IGNORECASE)


def phone_numbers(text: str) -> Iterator[Sighting]:
    """Find telephone numbers. Years, dates, amounts and diary numbers such as ``08-44-9`` are none."""
    for start, end in digit_runs(text):
        found = _with_prefix(text, start, end) or _beside_word(text, start, end)
        if found:
            yield found


def _with_prefix(text: str, start: int, end: int) -> Sighting | None:
    if text[start] != "0" and text[start - 1 : start] != "+":
        return None
    begin = start - 1 if text[start - 1 : start] in {"+", "("} else start
    if begin and (text[begin - 1].isalnum() or text[begin - 1] in "-/.,_+"):
        return None
    for pattern in (_SWEDISH, _MOBILE, _FOREIGN):
        match = pattern.match(text, begin, end + 1)
        if match and sum(sign.isdigit() for sign in match.group()) >= _FEWEST and not _THOUSANDS.match(match.group()):
            return Sighting(match.start(), match.end())
    return None


def _beside_word(text: str, start: int, end: int) -> Sighting | None:
    if not text[max(0, start - _WORD_WITHIN) : start].rstrip(_BETWEEN).lower().endswith(_WORD_ENDS):
        return None
    number = text[start:end]
    if sum(sign.isdigit() for sign in number) < _FEWEST_BESIDE_WORD:
        return None
    if any(pattern.match(number) for pattern in (YEARS, DATE, _TIME)):
        return None
    if _UNIT.match(text, end) or not _WORD.search(text[max(0, start - _WORD_WITHIN) : start]):
        return None
    return Sighting(start, end)
