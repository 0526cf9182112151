"""What a run of decisions gives to the index, each decision by itself: words, names, facts, and how it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from funding.cache import Row as Packed
from funding.register import Record, Register
from funding.search.encoding import append_uvarint, json_bytes
from funding.search.facts import Facts, facts_of
from funding.search.packs import LEVEL, LEVEL_BITS, Found, Gathering, Pack, drawer, pack
from funding.search.showing import Showing
from funding.search.table import table_row
from funding.search.texts import Texts
from funding.search.words import tokens

BETWEEN_TEXTS: Final = 50
"""How many places are left empty after each text, so that no phrase spans two."""


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
    gathered: dict[str, Gathering] = {}
    for number, record in enumerate(records):
        _gather(gathered, number, record, texts)
    drawers: dict[str, dict[str, Found]] = {}
    for word, gathering in gathered.items():
        drawers.setdefault(drawer(word), {})[word] = gathering.found
    return {letter: pack(found) for letter, found in drawers.items()}


def _gather(gathered: dict[str, Gathering], number: int, record: Record, texts: Texts) -> None:
    """Add the words of a decision, each with its places and their levels; the first place has the highest level."""
    places: dict[str, list[int]] = {}
    begin = 0
    for level, text in texts.of(record):
        words = tokens(text)
        for place, word in enumerate(words, begin):
            marked = place << LEVEL_BITS | level
            if word in places:
                places[word].append(marked)
            else:
                places[word] = [marked]
        begin += len(words) + BETWEEN_TEXTS
    for word, at in places.items():
        highest = at[0] & LEVEL
        gathering = gathered.get(word)
        if gathering is None:
            gathering = gathered[word] = Gathering(number, highest)
        else:
            gathering.add(number, highest)
        _append_places(gathering.places, at)


def _append_places(content: bytearray, places: list[int]) -> None:
    append_uvarint(content, len(places))
    before = 0
    for marked in places:
        place = marked >> LEVEL_BITS
        append_uvarint(content, place - before << LEVEL_BITS | marked & LEVEL)
        before = place
