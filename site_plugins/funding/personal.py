"""Personal data in a text: found by rules, and blotted out wherever a text is shown (GDPR art. 6, DECISION)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

BLOT = "•••"
_DASHES = "-+\u2010\u2011\u2012\u2013\u2212"
_NUMBER = re.compile(
    rf"(?<![0-9])((?:18|19|20)?)([0-9]{{2}})([0-9]{{2}})([0-9]{{2}})\s?[{_DASHES}]?\s?([0-9]{{4}})(?![0-9])"
)
_EMAIL = re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+")
_COORDINATION = 60


@dataclass(frozen=True, slots=True)
class Sighting:
    """A stretch of a text that is personal data; ``code`` is the rule that it breaks."""

    code: str
    start: int
    end: int


def find_personal(text: str) -> Iterator[Sighting]:
    """Find personal and coordination numbers (valid date and checksum) and e-mail addresses."""
    for match in _NUMBER.finditer(text):
        if _is_personal(match):
            yield Sighting("personal-number", match.start(), match.end())
    for match in _EMAIL.finditer(text):
        yield Sighting("email-address", match.start(), match.end())


def redact(text: str) -> str:
    """Blot out every stretch that :func:`find_personal` finds."""
    for sighting in sorted(find_personal(text), key=lambda found: found.start, reverse=True):
        text = text[: sighting.start] + BLOT + text[sighting.end :]
    return text


def blot(text: str) -> str:
    """Blot out the same stretches, character by character, so that places and lines stay where they were."""
    for sighting in find_personal(text):
        hidden = "".join("\n" if character == "\n" else "•" for character in text[sighting.start : sighting.end])
        text = text[: sighting.start] + hidden + text[sighting.end :]
    return text


def luhn(digits: str) -> bool:
    """Tell whether the last digit is the right check digit (modulus 10)."""
    weighted = (int(digit) * (1 + (index % 2)) for index, digit in enumerate(reversed(digits)))
    return sum(value // 10 + value % 10 for value in weighted) % 10 == 0


def _is_personal(match: re.Match[str]) -> bool:
    century, year, month, day, last = match.groups()
    number = int(day)
    number = number - _COORDINATION if number > _COORDINATION else number
    try:
        date(int((century or "20") + year), int(month), number)
    except ValueError:
        return False
    return luhn(year + month + day + last)
