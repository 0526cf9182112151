"""Personal data in a text: found by rules, and blotted out wherever a text is shown (GDPR art. 6, DECISION).

No file of decisions holds personal data, and no message, hint, code frame or path repeats what was found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from funding.personal.accounts import account_numbers
from funding.personal.identity import luhn, personal_numbers
from funding.personal.mail import email_addresses
from funding.personal.phone import phone_numbers
from funding.personal.sighting import Sighting

__all__ = [
    "BLOT",
    "Sighting",
    "account_numbers",
    "blot",
    "email_addresses",
    "find_personal",
    "luhn",
    "personal_numbers",
    "phone_numbers",
    "redact",
]

BLOT = "•••"

_PERHAPS = re.compile(r"\d(?:\D{0,3}\d){4}|[@\uff20\ufe6b&\[({<*_]|%40")
"""What every line with personal data has; a quick look before the thorough ones."""


def find_personal(text: str) -> Iterator[Sighting]:
    """Find everything in a text that is personal data, kind by kind."""
    yield from personal_numbers(text)
    yield from email_addresses(text)
    yield from phone_numbers(text)
    yield from account_numbers(text)


def redact(text: str) -> str:
    """Blot out every stretch that :func:`find_personal` finds."""
    if "\n" not in text and not _PERHAPS.search(text):
        return text
    return _hidden(text, lambda _: BLOT)


def blot(text: str) -> str:
    """Blot out the same stretches, character by character, so that places and lines stay where they were."""
    return _hidden(text, lambda stretch: "".join("\n" if sign == "\n" else BLOT[0] for sign in stretch))


def _hidden(text: str, cover: Callable[[str], str]) -> str:
    shown: list[str] = []
    last = 0
    for start, end in _stretches(text):
        shown += (text[last:start], cover(text[start:end]))
        last = end
    return "".join((*shown, text[last:]))


def _stretches(text: str) -> list[tuple[int, int]]:
    """Give what is to be hidden, sorted, with overlapping stretches joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted((found.start, found.end) for found in find_personal(text)):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
