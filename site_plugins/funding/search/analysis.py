"""What a run of decisions gives to the index, each decision by itself: words, names, facts, and how it is shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from funding.cache import Row as Packed
from funding.register import Record, Register
from funding.search.encoding import json_bytes, uvarint
from funding.search.facts import Facts, facts_of
from funding.search.packs import LEVEL, LEVEL_BITS, Found, Pack, drawer, found_in, pack, stepwise
from funding.search.showing import Showing
from funding.search.table import table_row
from funding.search.texts import Level, Texts
from funding.search.words import tokens

BETWEEN_TEXTS: Final = 50
"""How many places are left empty after each text, so that no phrase spans two."""


_USUAL: Final = 1 << 13
"""Places below this, with their levels, are written once and looked up."""
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
        _words(map(texts.of, records)),
        tuple([json_bytes(showing.row(record)) for record in records]),
        tuple([json_bytes(table_row(record, register, showing.url(record))) for record in records]),
        tuple([tuple(texts.name_keys(record).items()) for record in records]),
        tuple([facts_of(record, register) for record in records]),
        tuple([(showing.alphabetical(record.current.title), record.id) for record in records]),
    )


def _words(all_texts: Iterable[Iterable[tuple[Level, str]]]) -> dict[str, Pack]:
    """Give the words of some decisions, packed by drawer."""
    found: dict[str, list[Any]] = {}
    once = [b"\1" + uvarint(mark) for mark in range(_USUAL)]
    for number, texts in enumerate(all_texts):
        words, marks = _marked_words(texts)
        firsts = dict(zip(reversed(words), reversed(marks), strict=True))
        again = _again(words, marks, firsts) if len(firsts) < len(words) else {}
        above = number << LEVEL_BITS
        for word, mark in firsts.items():
            if word in again:
                places = uvarint(len(again[word])) + stepwise(again[word])
            else:
                places = once[mark] if mark < _USUAL else b"\1" + uvarint(mark)
            known = found.get(word)
            if known is None:
                found[word] = [above | mark & LEVEL, places]
            else:
                known += (above | mark & LEVEL, places)
    drawers: dict[str, dict[str, Found]] = defaultdict(dict)
    for word, known in found.items():
        drawers[drawer(word)][word] = found_in(known[::2], b"".join(known[1::2]))
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
    """Give all places of the words that stand in several."""
    found: dict[str, list[int]] = {}
    for word, mark in zip(words, marks, strict=True):
        first = firsts[word]
        if first != mark:
            found.setdefault(word, [first]).append(mark)
    return found


_tokens = lru_cache(_KEPT)(tokens)
