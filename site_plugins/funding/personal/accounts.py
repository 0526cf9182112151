"""Bank, bankgiro and plusgiro numbers: only beside their word, or as an IBAN with the right check digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from funding.personal.digits import DASH, DATE, SPACE, YEARS, digit_runs
from funding.personal.shape import CAPITAL, DIGIT, GAP, shape_of
from funding.personal.sighting import Sighting

_GIRO: Final = rf"(?:(?:bankgirot?|plusgirot?|postgirot?)[{DASH}/]?|bg|pg|clearing)"
_ACCOUNT: Final = r"(?:bankkontot?|kontot?|swish)"
_FEWEST: Final = ((_GIRO, 5), (_ACCOUNT, 7))
"""Which word, and the fewest digits that a number beside it has."""

_BESIDE: Final = tuple(
    (
        re.compile(
            rf"\b{word}(?:[{DASH}{SPACE}]?(?:nr|nummer|numret))?[.:]{{0,2}}[{SPACE}]{{0,2}}(?:är[{SPACE}])?\Z",
            re.IGNORECASE,
        ),
        re.compile(rf"[{SPACE}]?\(?[{SPACE}]?{word}\b", re.IGNORECASE),
        fewest,
    )
    for word, fewest in _FEWEST
)
_WITHIN: Final = 30
_STEMS: Final = ("gir", "bg", "pg", "clearing", "konto", "swish")
"""One of these is in every such word."""

_CLEARING_DIGITS: Final = 5
_NUMBER: Final = re.compile(rf"\d(?:[{SPACE}{DASH}.]{{0,2}}\d)*")
_ORGANISATION: Final = re.compile(rf"(?:16)?\d\d[2-9]\d\d\d[{DASH}]\d\d\d\d\Z")
_MONEY: Final = re.compile(rf"[{SPACE}]?(?:kr|kronor|sek|tkr|mnkr)\b", re.IGNORECASE)
_IBAN_BEGIN: Final = re.compile(r"[A-Z][A-Z]\d\d")
_IBAN: Final = re.compile(rf"[A-Z]{{2}}\d\d(?:[{SPACE}]?[A-Z0-9]){{11,30}}(?![A-Za-z0-9])")
_IBAN_SHAPE: Final = re.compile(rf"{CAPITAL}{CAPITAL}{DIGIT}{DIGIT}(?:{GAP}?[{CAPITAL}{DIGIT}]){{11}}".encode())
"""What is in the shape of every text with an IBAN; it is looked for at once because it begins with plain signs."""


def account_numbers(text: str) -> Iterator[Sighting]:
    """Find account numbers beside their word, and IBANs (ISO 13616, check digits by ISO 7064 MOD 97-10).

    Years, dates, amounts and organisation numbers beside such a word are none.
    """
    for start, end in digit_runs(text):
        if _is_account(text, start, end):
            yield Sighting(start, end)
    shape = shape_of(text)
    for begin in _IBAN_BEGIN.finditer(text) if shape is None or _IBAN_SHAPE.search(shape) else ():
        match = _IBAN.match(text, begin.start())
        alone = not begin.start() or not text[begin.start() - 1].isalnum()
        if match and alone and _has_right_check(re.sub(rf"[{SPACE}]", "", match.group())):
            yield Sighting(match.start(), match.end())


def _is_account(text: str, start: int, end: int) -> bool:
    near = text[max(0, start - _WITHIN) : end + _WITHIN].lower()
    match = _NUMBER.match(text, start) if any(map(near.__contains__, _STEMS)) else None
    if match is None:
        return False
    stop = match.end()
    if any(form.match(match.group()) for form in (YEARS, DATE, _ORGANISATION)) or _MONEY.match(text, stop):
        return False
    digits = sum(sign.isdigit() for sign in match.group())
    if digits >= _CLEARING_DIGITS:
        digits = sum(sign.isdigit() for sign in text[start:end])
    words = text[max(0, start - _WITHIN) : start]
    return any(
        digits >= fewest and (before.search(words) or after.match(text, stop)) for before, after, fewest in _BESIDE
    )


def _has_right_check(iban: str) -> bool:
    return int("".join(str(int(sign, 36)) for sign in iban[4:] + iban[:4])) % 97 == 1
