"""Personal data in a text: found by rules, and blotted out wherever a text is shown (GDPR art. 6).

No file of decisions holds personal data, and no message, hint, code frame or path repeats what was found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from funding.personal.accounts import account_numbers
from funding.personal.identity import luhn, personal_numbers
from funding.personal.mail import email_addresses
from funding.personal.phone import phone_numbers
from funding.personal.plain import as_read
from funding.personal.sighting import Sighting

__all__ = [
    "BLOT",
    "Sighting",
    "account_numbers",
    "blot",
    "email_addresses",
    "find_personal",
    "find_typed",
    "luhn",
    "personal_numbers",
    "phone_numbers",
    "redact",
    "redact_path",
]

BLOT = "•••"

_PERHAPS = re.compile(r"\d(?:\D{0,3}\d){4}|[@\uff20\ufe6b&\[({<*_\\]|%40")
"""What every line with personal data has; a quick look before the thorough ones."""

_BEFORE_NUMBER = re.compile(r"-(?=\d{6})")
"""A dash of a name that only parts a number from what stands before it."""


def find_personal(text: str) -> Iterator[Sighting]:
    """Find everything in a text that is personal data, kind by kind."""
    yield from personal_numbers(text)
    yield from email_addresses(text)
    yield from phone_numbers(text)
    yield from account_numbers(text)


def find_typed(text: str, find: Callable[[str], Iterable[Sighting]]) -> Iterator[tuple[Sighting, str]]:
    """Find in a text as it is typed, and in what its escapes and folds make of it; each with the text that it is.

    The places are those of the typed text. What is sighted both ways is given once.
    """
    found = list(find(text))
    yield from ((sighting, text[sighting.start : sighting.end]) for sighting in found)
    plain = as_read(text)
    if plain is None:
        return
    for sighting in find(plain.text):
        typed = plain.as_typed(sighting)
        if not any(one.start < typed.end and typed.start < one.end for one in found):
            yield typed, plain.text[sighting.start : sighting.end]


def redact(text: str) -> str:
    """Blot out every stretch that :func:`find_personal` finds."""
    if "\n" not in text and not _PERHAPS.search(text):
        return text
    return _hidden(text, _both_ways(text), lambda _: BLOT)


def redact_path(path: str) -> str:
    """Blot out the same stretches of a path, where a name may have dashes or underscores instead of spaces."""
    if not _PERHAPS.search(path):
        return path
    names = path.replace("/", "\n")
    dashed = _BEFORE_NUMBER.sub(" ", names.replace("_", "-"))
    spaced = names.replace("_", " ").replace("-", " ")
    found = (
        *personal_numbers(path),
        *find_personal(dashed),
        *(one for read in (path, spaced) for find in (phone_numbers, account_numbers) for one in find(read)),
    )
    return _hidden(path, found, lambda _: BLOT)


def blot(text: str) -> str:
    """Blot out the same stretches, character by character, so that places and lines stay where they were."""
    return _hidden(
        text, _both_ways(text), lambda stretch: "".join("\n" if sign == "\n" else BLOT[0] for sign in stretch)
    )


def _both_ways(text: str) -> Iterator[Sighting]:
    yield from find_personal(text)
    plain = as_read(text)
    if plain:
        yield from map(plain.as_typed, find_personal(plain.text))


def _hidden(text: str, found: Iterable[Sighting], cover: Callable[[str], str]) -> str:
    shown: list[str] = []
    last = 0
    for start, end in _stretches(found):
        shown += (text[last:start], cover(text[start:end]))
        last = end
    return "".join((*shown, text[last:]))


def _stretches(found: Iterable[Sighting]) -> list[tuple[int, int]]:
    """Give what is to be hidden, sorted, with overlapping stretches joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted((sighting.start, sighting.end) for sighting in found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
