"""Telephone numbers: Swedish ones as people write them, foreign ones with their country, any beside its word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from funding.personal.digits import DASH, DATE, SPACE, YEARS, digit_runs
from funding.personal.sighting import Sighting

_AREA: Final = r"(?:8|1[013689]|2[0136]|3[1356]|4[0246]|54|6[03]|7[0236789]|90|[1-69]\d\d)"
"""Swedish area codes without their 0 (PTS, the Swedish numbering plan): 08, those of three digits, those of four."""

_END: Final = rf"(?!\d|[{DASH}.,]\d|/(?!0)\d)"
"""Whatever does not go on as another kind of number; a slash may lead to the next telephone number."""

_GROUPS: Final = rf"(?:\d{{5,8}}|\d{{2,4}}(?:[{SPACE}]\d{{2,3}}){{1,3}})"
_SWEDISH: Final = re.compile(rf"\(?0{_AREA}\)?[{SPACE}]?[{DASH}/{SPACE}][{SPACE}]?{_GROUPS}{_END}")
_DOTTED: Final = re.compile(rf"0{_AREA}\.\d{{2,4}}(?:\.\d{{2,3}}){{1,3}}{_END}")
_UNPARTED: Final = re.compile(rf"0{_AREA}\d{{2,4}}(?:[{SPACE}]\d{{2,4}}){{1,3}}{_END}")
_MOBILE: Final = re.compile(rf"07[02369](?:[{DASH}{SPACE}.]?\d){{7}}{_END}")
_FOREIGN: Final = re.compile(
    rf"(?:\(?\+|00)(?:4[0-9]|3[0-9]{{1,2}}|1)\)?[{SPACE}{DASH}]?(?:\(0\)[{SPACE}]?)?"
    rf"\d(?:[{SPACE}{DASH}]?\d){{6,9}}(?!\d)"
)
_FORMS: Final = ((_SWEDISH, 8), (_MOBILE, 10), (_FOREIGN, 8), (_DOTTED, 9), (_UNPARTED, 9))
"""Every form, and the fewest digits that make it a telephone number."""
_ENOUGH: Final = re.compile(rf"(?:\d\D*+){{{min(fewest for _, fewest in _FORMS)}}}")
"""As many digits as every one of them has."""


_START: Final = re.compile(r"(?<!\d)(?:0|(?<=\+)\d)")
"""Where a telephone number may begin: with its 0, or after the plus of its country."""

_MAY_STAND_BEFORE: Final = re.compile(
    rf"(?:\A|[^\w{DASH}/.,_+]|(?:\A|[\W_])[{DASH}/.,_+]|[^\W\d][/.,_]|(?<!\d)(?:19|20)\d\d/)\Z"
)
"""What is no part of the same number: not another number's dash, slash or point, but a year's slash is."""
_THOUSANDS: Final = re.compile(rf"(?:\+\d{{1,3}}|0\d\d)(?:[{SPACE}]\d{{3}}){{2,3}}\Z")
_MILLIONS: Final = re.compile(rf"(?<!\d)\d{{1,3}}[{SPACE}]\Z")
_BEFORE: Final = 5
_WORD: Final = re.compile(
    r"(?:\b(?:tel|telnr|telefon|telefonnr|telefonnummer|tfn|mobil|mobilnr|mobiltelefon|mobilnummer|fax|växel|sms|ring)"
    rf"(?:[{SPACE}]?(?:nr|nummer))?[.:]{{0,2}}[{SPACE}{DASH}/]{{0,2}}\(?)\Z",
    re.IGNORECASE,
)
_WORD_ENDS: Final = ("tel", "nr", "fon", "nummer", "tfn", "mobil", "fax", "växel", "sms", "ring")
_BETWEEN: Final = " \t\u00a0\u202f.:(-\u2013/"
_FEWEST_BESIDE_WORD: Final = 5
_WORD_WITHIN: Final = 24
_TIME: Final = re.compile(r"[0-2]?\d[.:][0-5]\d(?!\d)")
_UNIT: Final = re.compile(rf"[{SPACE}]?(?:kr|kronor|sek|tkr|mnkr|%|procent|st)\b", re.IGNORECASE)


def phone_numbers(text: str) -> Iterator[Sighting]:
    """Find telephone numbers. Years, dates, amounts and diary numbers such as ``08-44-9`` are none."""
    for start, end in digit_runs(text):
        found = list(_in_run(text, start, end)) if _ENOUGH.match(text, start, end) else []
        beside = None if found and found[0].start <= start else _beside_word(text, start, end)
        yield from [beside] if beside else found


def _in_run(text: str, start: int, end: int) -> Iterator[Sighting]:
    """Try every number of a run: a list's number, a room or a date may stand before the telephone number."""
    last = -1
    for begin in _START.finditer(text, start, end):
        found = _number_at(text, begin.start(), end, last) if begin.start() >= last else None
        if found:
            last = found.end
            yield found


def _number_at(text: str, start: int, end: int, last: int) -> Sighting | None:
    """Find a number that begins here; ``last`` is where the one before it ended."""
    begin = start
    while begin and text[begin - 1] in "+(" and start - begin < len("(+"):
        begin -= 1
    before = text[max(0, begin - _BEFORE) : begin]
    if last < begin - 1 and not _MAY_STAND_BEFORE.search(before):
        return None
    for form, fewest in _FORMS:
        match = form.match(text, begin, end + 1) or form.match(text, start, end + 1)
        if match and sum(sign.isdigit() for sign in match.group()) >= fewest:
            is_amount = _THOUSANDS.match(match.group()) and (match.group()[0] == "+" or _MILLIONS.search(before))
            return None if is_amount else Sighting(match.start(), match.end())
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
