"""The names and numbers that lead straight to a decision, and the words that a misspelt one may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from funding.search.encoding import shared, text, uvarint, uvarints
from funding.swedish import is_known, plain

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


@dataclass(frozen=True, slots=True)
class WordsOfLength:
    """The words of a site that have so many characters, and how many decisions have each."""

    length: int
    words: Mapping[str, int]


def names(listed: Iterable[Sequence[tuple[str, bool]]]) -> list[Name]:
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


def words_by_length(counts: Mapping[str, int]) -> list[WordsOfLength]:
    """Give the words of a site by their length."""
    found: dict[int, list[str]] = defaultdict(list)
    for word in counts:
        if SHORTEST <= len(word) <= LONGEST and is_known(word):
            found[len(word)].append(word)
    return [WordsOfLength(length, {word: counts[word] for word in words}) for length, words in sorted(found.items())]


def lengths_payload(listed: Sequence[WordsOfLength]) -> bytes:
    """Write the words of some lengths, sorted together by their plain form."""
    counts = {word: count for one in listed for word, count in one.words.items()}
    ordered = sorted(counts, key=lambda word: (plain(word), word))
    return uvarint(len(ordered)) + b"".join([text(word) + uvarint(counts[word]) for word in ordered])


def _body(numbers: Sequence[int]) -> bytes:
    steps = [number - (before >> 1 << 1) for before, number in pairwise([_BEFORE, *numbers])]
    return uvarints([len(numbers), *steps])
