"""The names and numbers that lead straight to a decision, and the words that a misspelt one may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from funding.search.encoding import shared, text, uvarint, uvarints
from funding.search.words import is_known, plain

SHORTEST: Final = 4
LONGEST: Final = 40
"""Characters of the words that a misspelt one may mean."""


_BEFORE: Final = -2
"""What the first decision is counted from: number -1."""


@dataclass(frozen=True, slots=True)
class Name:
    """A key of names and what is written of it."""

    key: str
    body: bytes


def names(listed: Sequence[Sequence[tuple[str, bool]]]) -> list[Name]:
    """Give the keys of the names of all decisions in order, each with the decisions that have it."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(listed):
        for key, strong in own:
            found[key].append(number << 1 | strong)
    return [Name(key, _body(found[key])) for key in sorted(found)]


def names_payload(listed: Iterable[Name]) -> bytes:
    """Write some names one after the other, each key as what it has beyond the one before."""
    content = bytearray()
    before = b""
    for name in listed:
        written = name.key.encode()
        content += shared(before, written)
        content += name.body
        before = written
    return bytes(content)


def lengths(counts: Mapping[str, int]) -> Iterator[tuple[int, bytes]]:
    """Give the words of the site of each length, with how many decisions have them, sorted by their plain form."""
    found: dict[int, list[str]] = defaultdict(list)
    for word in counts:
        if SHORTEST <= len(word) <= LONGEST and is_known(word):
            found[len(word)].append(word)
    for length, words in sorted(found.items()):
        ordered = sorted(words, key=lambda word: (plain(word), word))
        yield length, uvarint(len(ordered)) + b"".join([text(word) + uvarint(counts[word]) for word in ordered])


def _body(numbers: Sequence[int]) -> bytes:
    steps = [number - (before >> 1 << 1) for before, number in pairwise([_BEFORE, *numbers])]
    return uvarints([len(numbers), *steps])
