"""What a run of decisions gives to the index, each decision by itself: words, names, facts, and how it is shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from funding.cache import Row as Packed
from funding.register import Record, Register
from funding.search.encoding import json_bytes, uvarint, uvarints
from funding.search.facts import Facts, facts_of
from funding.search.packs import LEVEL, LEVEL_BITS, Found, Pack, drawer, pack
from funding.search.showing import Showing
from funding.search.table import table_row
from funding.search.texts import Level, Texts
from funding.search.words import tokens

BETWEEN_TEXTS: Final = 50
"""How many places are left empty after each text, so that no phrase spans two."""


_USUAL: Final = 8192
"""Numbers below this are written once and looked up."""
_KEPT: Final = 2_000
"""Of how many texts the words are kept: names and standard conditions stand in thousands of decisions."""


@dataclass(frozen=True, slots=True)
class Run(Packed):
    """What some decisions, one after the other, give.

    ``words`` are packed by drawer. The rest has an entry for each decision: ``rows`` and ``table`` are JSON, ``names``
    each with whether it is the decision's own, ``titles`` the keys that sort them.
    """

    words: dict[str, Pack]
    rows: tuple[bytes, ...]
    table: tuple[bytes, ...]
    names: tuple[tuple[tuple[str, bool], ...], ...]
    facts: tuple[Facts, ...]
    titles: tuple[Any, ...]


def analysed(records: Sequence[Record], texts: Texts, register: Register, showing: Showing) -> Run:
    """Give what some decisions give, in their order."""
    return Run(
        _words(records, texts),
        tuple([json_bytes(showing.row(record)) for record in records]),
        tuple([json_bytes(table_row(record, register, showing.url(record))) for record in records]),
        tuple([tuple(texts.name_keys(record).items()) for record in records]),
        tuple([facts_of(record, register) for record in records]),
        tuple([(showing.alphabetical(record.current.title), record.id) for record in records]),
    )


def _words(records: Sequence[Record], texts: Texts) -> dict[str, Pack]:
    """Give the words of some decisions, packed by drawer."""
    found: dict[str, list[Any]] = {}
    written = [uvarint(number) for number in range(_USUAL)]
    for number, record in enumerate(records):
        words, marks = _marked_words(texts.of(record))
        firsts = dict(zip(reversed(words), reversed(marks), strict=True))
        again = _again(words, marks, firsts) if len(firsts) < len(words) else {}
        for word, mark in firsts.items():
            places = _places([mark, *again[word]]) if word in again else b"\1" + _written(mark, written)
            if known := found.get(word):
                known[0] += 1
                known[3] += _written(number - known[2] << LEVEL_BITS | mark & LEVEL, written)
                known[4] += places
                known[2] = number
            else:
                head = number << LEVEL_BITS | mark & LEVEL
                found[word] = [1, head, number, bytearray(), bytearray(places)]
    drawers: dict[str, dict[str, Found]] = defaultdict(dict)
    for word, known in found.items():
        drawers[drawer(word)][word] = Found(*known)
    return {letter: pack(inside) for letter, inside in drawers.items()}


def _marked_words(texts: Iterable[tuple[Level, str]]) -> tuple[list[str], list[int]]:
    """Give all words of a decision with the place of each, its level in the low bits; the highest levels come first."""
    words: list[str] = []
    marks: list[int] = []
    begin = 0
    for level, text in texts:
        inside = _tokens(text)
        words += inside
        end = begin + len(inside)
        marks += range(begin << LEVEL_BITS | level, end << LEVEL_BITS, 1 << LEVEL_BITS)
        begin = end + BETWEEN_TEXTS
    return words, marks


def _again(words: Iterable[str], marks: Iterable[int], firsts: Mapping[str, int]) -> dict[str, list[int]]:
    """Give the places of words that stand somewhere before."""
    found: dict[str, list[int]] = {}
    for word, mark in zip(words, marks, strict=True):
        if firsts[word] != mark:
            found.setdefault(word, []).append(mark)
    return found


def _places(marks: Sequence[int]) -> bytes:
    """Write the places of a word: how many, then each as what it is beyond the one before."""
    before = 0
    steps = [len(marks)]
    for mark in marks:
        place = mark >> LEVEL_BITS
        steps.append(place - before << LEVEL_BITS | mark & LEVEL)
        before = place
    return uvarints(steps)


def _written(number: int, written: Sequence[bytes]) -> bytes:
    return written[number] if number < _USUAL else uvarint(number)


_tokens = lru_cache(_KEPT)(tokens)
