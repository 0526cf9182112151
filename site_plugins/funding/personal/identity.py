"""Personal and coordination numbers, and the numbers of sole traders, which are the owner's personal number.

A number counts when its date is one and its check digit is right (folkbokföringslagen 1991:481, 18 §; lag 2022:1697).
The numbers of legal persons never do: their third digit is at least 2, which no month begins with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from funding.personal.digits import DASH, NEXT_LINE, SPACE, digit_runs
from funding.personal.sighting import Sighting

_GO_ON: Final = rf"(?:[{SPACE}]{{0,2}}|{NEXT_LINE})"

_GAP: Final = rf"[{SPACE}]{{0,2}}[{DASH}.·]?{_GO_ON}"
"""What may stand between year, month and day."""

_LAST_GAP: Final = rf"[{SPACE}]{{0,2}}[{DASH}+\uff0b./]?{_GO_ON}"
"""What may stand before the last four digits."""

_BODY: Final = (
    rf"(\d\d){_GAP}(\d\d){_GAP}(\d\d){_LAST_GAP}(\d\d){_GO_ON}(\d\d)(?:{_LAST_GAP}01)?"
    rf"(?!\d|[{DASH}./]\d\d(?!\d))"
)
_FORMS: Final = (re.compile(rf"(\d\d){_GAP}{_BODY}"), re.compile(rf"(){_BODY}"))
"""With and without century; a final 01 makes the number a trader's VAT number."""

_TEN: Final = re.compile(r"(?:\d\W*+){10}")
"""As many digits as every number has at least; a quick look."""

_START: Final = re.compile(rf"(?<!\d)(?<!\d[{DASH}])\d")
_PERIOD: Final = re.compile(rf"\d{{4}}[{DASH}./]\d\d[{DASH}./]\d\d\D+(?:19|20)\d\d\Z")
"""A date and a year: the beginning of a period, such as ``2024-01-01–2025-12-31``."""

_CENTURIES: Final = frozenset({18, 19, 20})
_COORDINATION: Final = 60
_ANY_CENTURY: Final = "20"


def personal_numbers(text: str) -> Iterator[Sighting]:
    """Find personal and coordination numbers in every spelling: with or without century, dash, plus or spaces."""
    for start, end in digit_runs(text):
        if not _TEN.match(text, start):
            continue
        found = None
        for begin in _START.finditer(text, start, end):
            if found is None or begin.start() >= found.end:
                found = _number_at(text, begin.start())
                if found:
                    yield found


def luhn(digits: str) -> bool:
    """Tell whether the last digit is the right check digit (modulus 10)."""
    weighted = (int(digit) * (1 + (index % 2)) for index, digit in enumerate(reversed(digits)))
    return sum(value // 10 + value % 10 for value in weighted) % 10 == 0


def _number_at(text: str, start: int) -> Sighting | None:
    for form in _FORMS:
        match = form.match(text, start)
        if match and _is_personal(match) and not _PERIOD.match(match.group()):
            return Sighting(match.start(), match.end())
    return None


def _is_personal(match: re.Match[str]) -> bool:
    century, year, month, day, *last = match.groups()
    if century and int(century) not in _CENTURIES:
        return False
    number = int(day)
    number = number - _COORDINATION if number > _COORDINATION else number
    try:
        date(int((century or _ANY_CENTURY) + year), int(month), number)
    except ValueError:
        return False
    return luhn(year + month + day + "".join(last))
