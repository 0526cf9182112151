"""The words of a run of decisions, packed: few objects, so that they travel between processes and stay in memory."""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from funding.cache import Row
from funding.search.encoding import read_uvarints, uvarint, uvarints
from funding.swedish import plain

LEVEL_BITS: Final = 2
"""How many bits of a posting are the level."""
LEVEL: Final = 3
_COLUMNS: Final = 5


class Found(NamedTuple):
    """Where a word stands in a run of decisions.

    ``decisions`` is how many have it; the last of them is number ``last`` of the run. ``head`` is the number of the
    first, its level in the low bits; ``postings`` are those after it, and ``places`` the places in all of them, as
    published.
    """

    decisions: int
    head: int
    last: int
    postings: bytes
    places: bytes


@dataclass(frozen=True, slots=True)
class Pack(Row):
    """What was found of each word of some, in the order of the words, which are in UTF-8 with a line for each."""

    words: bytes
    numbers: bytes
    postings: bytes
    places: bytes

    def items(self, among: Container[str] | None = None) -> Iterator[tuple[str, Found]]:
        """Give each word, or those among some, and what was found of it."""
        numbers = array("I", self.numbers)
        columns = [iter(numbers[column::_COLUMNS]) for column in range(_COLUMNS)]
        posting = place = 0
        for word, count, head, last, postings, places in zip(self.listed(), *columns, strict=False):
            if among is None or word in among:
                inside = self.postings[posting : posting + postings]
                yield word, Found(count, head, last, inside, self.places[place : place + places])
            posting += postings
            place += places

    def counts(self) -> Iterator[tuple[str, int]]:
        """Give each word and how many decisions have it."""
        return zip(self.listed(), array("I", self.numbers)[::_COLUMNS], strict=False)

    def listed(self) -> list[str]:
        """Give the words."""
        return self.words.decode().split("\n")


def pack(found: Mapping[str, Found]) -> Pack:
    """Pack what was found of some words."""
    words = sorted(found)
    listed = [found[word] for word in words]
    numbers = array("I")
    for one in listed:
        numbers.extend((one.decisions, one.head, one.last, len(one.postings), len(one.places)))
    return Pack(
        "\n".join(words).encode(),
        numbers.tobytes(),
        b"".join([one.postings for one in listed]),
        b"".join([one.places for one in listed]),
    )


def drawer(word: str) -> str:
    """Give the drawer that a word and its key lie in: how the key begins."""
    return _letter(word[0])


@cache
def _letter(sign: str) -> str:
    return plain(sign)


class Gathering:
    """What is found of one word while decisions are gone through in their order."""

    __slots__ = ("decisions", "head", "last", "places", "postings")

    def __init__(self, base: int, found: Found) -> None:
        """Begin with what was found in a run of decisions that begins with number ``base``."""
        self.decisions = found.decisions
        self.head = found.head + (base << LEVEL_BITS)
        self.last = base + found.last
        self.postings = bytearray(found.postings)
        self.places = bytearray(found.places)

    def join(self, base: int, found: Found) -> None:
        """Add what was found in a run of decisions that begins with number ``base``, after all before it."""
        self.postings += uvarint(found.head + (base - self.last << LEVEL_BITS))
        self.postings += found.postings
        self.places += found.places
        self.decisions += found.decisions
        self.last = base + found.last


def found_in(marks: Sequence[int], places: bytes) -> Found:
    """Give what is found of a word from the numbers of the decisions that have it, each with its level in the low bits.

    ``places`` are the places in all of them, as published.
    """
    steps = [mark - (before & ~LEVEL) for before, mark in pairwise(marks)]
    return Found(len(marks), marks[0], marks[-1] >> LEVEL_BITS, uvarints(steps), places)


def united(found: Sequence[Found]) -> Found:
    """Give in which decisions of a run any of some words stands, with the highest level of them, and no places."""
    if len(found) == 1:
        return found[0]._replace(places=b"")
    marks = sorted(mark for one in found for mark in _marks_of(one))
    highest = {mark >> LEVEL_BITS: mark for mark in marks}
    return found_in(list(highest.values()), b"")


def _marks_of(found: Found) -> Iterable[int]:
    """Give the number in its run of each decision that has a word, with the level in the low bits."""
    steps = (found.head, *read_uvarints(found.postings))
    return accumulate(steps, lambda mark, step: (mark & ~LEVEL) + step)
