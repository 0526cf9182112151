"""What a decision is about: read from its record, and from the lists that the words of invented ones were drawn from.

A compound of an invented text is known for certain: it was put together of a first and a last part from two lists.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from bench.corpus.prose import lines
from funding.register import Record, Register

_WORD: Final = re.compile(r"\w+")
_PARTS: Final = Path(__file__).parent / "parts.txt"

Ids = frozenset[str]


@dataclass(frozen=True, slots=True)
class Thing:
    """A compound of the invented texts: its first part, as it is joined, and the number of its last part."""

    first: str
    last: int

    @property
    def forms(self) -> tuple[str, ...]:
        """Singular, the singular, plural, the plural."""
        return tuple(self.first + form for form in lasts()[self.last])


@cache
def lasts() -> tuple[tuple[str, ...], ...]:
    """Give the last parts of compounds in their four forms."""
    return tuple(tuple(line.split()) for line in lines("last_parts"))


@cache
def own_words() -> Mapping[str, str]:
    """Give the word that a first part of a compound is by itself; only of those that are one word and no theme."""
    return dict(line.split() for line in _PARTS.read_text("utf-8").splitlines())


def words_of(text: str) -> list[str]:
    """Give the words of a text in small letters."""
    return _WORD.findall(text.lower())


class Facts:
    """The decisions of a register by what they are about; ids are sorted, so that draws are the same each time."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.records: Mapping[str, Record] = dict(sorted(register.records.items()))
        self._things = {
            form: Thing(first, last)
            for first in lines("first_parts")
            for last, forms in enumerate(lasts())
            for form in (first + ending for ending in forms)
        }

    def told(self, id_: str) -> tuple[str, ...]:
        """Give the texts that say what a decision is: its titles and its summary."""
        record = self.records[id_]
        later = (step.after.title for step in record.later if step.amendment.granted)
        return (record.original.title, *later, *(record.original.also_called or ()), record.current.summary or "")

    @cached_property
    def titled(self) -> Mapping[str, Ids]:
        """The decisions with each word in their original title."""
        return self._index({id_: words_of(record.original.title) for id_, record in self.records.items()})

    @cached_property
    def saying(self) -> Mapping[str, Ids]:
        """The decisions with each word in a title or the summary."""
        return self._index({id_: words_of(" ".join(self.told(id_))) for id_ in self.records})

    @cached_property
    def things(self) -> Mapping[Thing, Ids]:
        """The decisions that name each thing, in any form, in a title or the summary."""
        found: dict[Thing, set[str]] = defaultdict(set)
        for word, ids in self.saying.items():
            if word in self._things:
                found[self._things[word]] |= ids
        return {thing: frozenset(ids) for thing, ids in found.items()}

    def things_in(self, id_: str) -> list[tuple[Thing, str]]:
        """Give the things in a decision's original title, each with its form there."""
        words = words_of(self.records[id_].original.title)
        return [(self._things[word], word) for word in words if word in self._things]

    def naming(self, *, first: str | None = None, last: str | None = None) -> Ids:
        """Give the decisions that name a thing with some first part, or some last part in the singular."""
        named = (
            ids
            for thing, ids in self.things.items()
            if first in {None, thing.first} and last in {None, lasts()[thing.last][0]}
        )
        return frozenset().union(*named)

    def with_phrase(self, phrase: str) -> Ids:
        """Give the decisions that have some words side by side in a title or the summary."""
        wanted = f" {' '.join(words_of(phrase))} "
        told = {id_: [f" {' '.join(words_of(text))} " for text in self.told(id_)] for id_ in self.records}
        return frozenset(id_ for id_, texts in told.items() if any(wanted in text for text in texts))

    def in_municipality(self, code: str) -> Ids:
        """Give the decisions whose money works in a municipality, those of the whole county too."""
        return frozenset(id_ for id_, record in self.records.items() if code in self.register.municipalities(record))

    @staticmethod
    def _index(words: Mapping[str, Iterable[str]]) -> Mapping[str, Ids]:
        found: dict[str, set[str]] = defaultdict(set)
        for id_, listed in words.items():
            for word in listed:
                found[word].add(id_)
        return {word: frozenset(ids) for word, ids in found.items()}
