"""What a run of decisions gives to the index, each decision by itself: words, names, facts, and how it is shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from funding.cache import Row as Packed
from funding.cache import packed
from funding.register import Record, Register
from funding.search.encoding import json_bytes, uvarint, uvarints
from funding.search.facts import facts_of
from funding.search.packs import LEVEL, LEVEL_BITS, Found, Pack, drawer, found_in, pack
from funding.search.showing import Showing
from funding.search.table import table_row
from funding.search.texts import Level, Texts
from funding.swedish import tokens

BETWEEN_TEXTS: Final = 50
"""How many places are left empty after each text, so that no phrase spans two."""


_PLACE_BITS: Final = 40
"""How many bits of a mark are a place in a decision and its level; above them is the decision's number in its run."""
_PLACE: Final = (1 << _PLACE_BITS) - 1
_KEPT: Final = 2_000
"""Of how many texts the words are kept: names and standard conditions stand in thousands of decisions."""


@dataclass(frozen=True, slots=True)
class Run(Packed):
    """What some decisions, one after the other, give, in bytes as far as it can be: runs come and go by the hundred.

    ``words`` are packed by drawer. The rest has an entry for each decision: ``rows`` and ``table`` are JSON. Packed
    lists are ``facts``, ``names``, each name with whether it is the decision's own, and ``titles``, the keys that sort
    them.
    """

    words: dict[str, Pack]
    rows: tuple[bytes, ...]
    table: tuple[bytes, ...]
    facts: bytes
    names: bytes
    titles: bytes


def analysed(records: Sequence[Record], texts: Texts, register: Register, showing: Showing) -> Run:
    """Give what some decisions give, in their order."""
    return Run(
        _words(map(texts.of, records)),
        tuple([json_bytes(showing.row(record)) for record in records]),
        tuple([json_bytes(table_row(record, register, showing.url(record))) for record in records]),
        packed([facts_of(record, register) for record in records]),
        packed([tuple(texts.name_keys(record).items()) for record in records]),
        packed([(showing.alphabetical(record.current.title), record.id) for record in records]),
    )


def _words(all_texts: Iterable[Iterable[tuple[Level, str]]]) -> dict[str, Pack]:
    """Give the words of some decisions, packed by drawer."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, texts in enumerate(all_texts):
        begin = number << _PLACE_BITS
        for level, text in texts:
            words = _tokens(text)
            end = begin + (len(words) << LEVEL_BITS)
            for word, mark in zip(words, range(begin | level, end, 1 << LEVEL_BITS), strict=True):
                found[word].append(mark)
            begin = end + (BETWEEN_TEXTS << LEVEL_BITS)
    drawers: dict[str, dict[str, Found]] = defaultdict(dict)
    for word, marks in found.items():
        drawers[drawer(word)][word] = _found(marks)
    return {letter: pack(inside) for letter, inside in drawers.items()}


def _found(marks: Sequence[int]) -> Found:
    """Give what is found of a word from all its places: decision, place in it, and level, from high to low bits.

    A decision's first place has its highest level, which is that of the decision.
    """
    if len(marks) == 1:
        number, place = divmod(marks[0], _PLACE + 1)
        return Found(1, number << LEVEL_BITS | place & LEVEL, number, b"", b"\1" + uvarint(place))
    decisions: list[int] = []
    starts: list[int] = []
    steps: list[int] = []
    before = end = 0
    for mark in marks:
        if mark < end:
            steps.append(mark - before)
        else:
            number = mark >> _PLACE_BITS
            end = number + 1 << _PLACE_BITS
            decisions.append(number << LEVEL_BITS | mark & LEVEL)
            starts.append(len(steps))
            steps += (0, mark & _PLACE)
        before = mark & ~LEVEL
    for start, following in pairwise((*starts, len(steps))):
        steps[start] = following - start - 1
    return found_in(decisions, uvarints(steps))


_tokens = lru_cache(_KEPT)(tokens)
