"""What the last build found of which decisions are like each other, kept for the next.

Kept are the lines, and the words and features that they were chosen by: reading those takes as long as choosing.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from funding.cache import Cache
from funding.pages.likeness.traits import Features, Name, Numbers, Traits, Types
from funding.register import Record

_ENTRY: Final = "found"
_MOST_CHANGED: Final = 100
"""Of more changes than these most of what was found does not hold."""
_FORM: Final = (sys.byteorder, array("I").itemsize)
"""How this machine writes numbers."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """The decisions of the last build from the newest, by id and digest, each with its line.

    ``keys``, ``names``, ``said`` and ``features`` are as in Traits. A word that no decision has any more keeps its
    number, and is forgotten with all the others once more decisions change at a time than are looked at again.
    """

    ids: Sequence[str] = ()
    digests: Sequence[str] = ()
    lines: Sequence[str] = ()
    keys: Sequence[str] = ()
    names: Sequence[Name] = ()
    said: Sequence[Numbers] = ()
    features: Sequence[Features] = ()

    def standing(self, records: Sequence[Record]) -> list[int | None]:
        """Give the place here of each decision, where it is the same as it was."""
        places = {id_: place for place, id_ in enumerate(self.ids)}
        found = [places.get(record.id) for record in records]
        return [
            place if place is not None and self.digests[place] == record.digest else None
            for place, record in zip(found, records, strict=True)
        ]

    def lines_of(self, standing: Sequence[int | None]) -> list[str]:
        """Give the line of each decision, for the numbers that decisions have now; empty where it does not stand here.

        One that has gone has no number: who named it is looked at again.
        """
        if list(standing) == list(range(len(self.ids))):
            return list(self.lines)
        numbers = {str(place): str(number) for number, place in enumerate(standing) if place is not None}
        return ["" if place is None else _renumbered(self.lines[place], numbers) for place in standing]

    def traits(self, records: Sequence[Record], standing: Sequence[int | None], types: Types) -> Traits:
        """Give the traits of some decisions; only those are read that do not stand here."""
        traits = Traits(types, self.keys, self.names)
        for record, place in zip(records, standing, strict=True):
            if place is None:
                traits.read(record)
            else:
                traits.add(self.said[place], self.features[place])
        return traits


@dataclass(slots=True)
class Recent:
    """What the last site of a process has read, where it makes site after site, as a live preview does."""

    _read: tuple[Types, Remembered] = field(default_factory=lambda: ({}, Remembered()))

    def traits(self, records: Sequence[Record], types: Types) -> Traits:
        """Give the traits of some decisions, and remember them."""
        known, last = self._read
        before = last if known == types else Remembered()
        traits = before.traits(records, before.standing(records), types)
        self._read = types, found_now(records, traits, ())
        return traits


def cache_of(root: Path) -> Cache:
    """Give the cache of what is similar in a project, as the last build left it."""
    return Cache(root, "similar", ())


def load(cache: Cache, types: Types, records: Sequence[Record]) -> Remembered:
    """Give what the last build found; nothing where organisations were of other ``types``, or too much has changed."""
    match cache.load(_ENTRY):
        case form, known, ids, digests, lines, keys, names, said, features if (form, known) == (_FORM, types):
            rows, tuples = list(_rows(*said)), [tuple(row) for row in _rows(*features)]
            found = Remembered(ids, digests, lines, keys, names, rows, tuples)
            standing = sum(place is not None for place in found.standing(records))
            changed = len(records) + len(found.ids) - 2 * standing
            return found if changed <= _MOST_CHANGED else Remembered()
        case _:
            return Remembered()


def save(cache: Cache, types: Types, found: Remembered) -> None:
    """Remember what this build has found."""
    plain = (found.ids, found.digests, found.lines, found.keys, found.names)
    cache.save(_ENTRY, (_FORM, types, *plain, _joined(found.said), _joined(found.features)))


def found_now(records: Sequence[Record], traits: Traits, lines: Sequence[str]) -> Remembered:
    """Give what this build has found."""
    ids, digests = [record.id for record in records], [record.digest for record in records]
    return Remembered(ids, digests, lines, traits.keys, traits.names, traits.said, traits.features)


def _renumbered(line: str, numbers: Mapping[str, str]) -> str:
    others, space, reasons = line.partition(" ")
    return ",".join([numbers.get(other, "") for other in others.split(",")]) + space + reasons


def _joined(rows: Iterable[Sequence[int]]) -> tuple[bytes, bytes]:
    """Write rows of numbers as the length of each, and all numbers."""
    lengths, numbers = array("I"), array("I")
    for row in rows:
        lengths.append(len(row))
        numbers.extend(row)
    return lengths.tobytes(), numbers.tobytes()


def _rows(lengths: bytes, numbers: bytes) -> Iterator[Numbers]:
    whole, start = array("I", numbers), 0
    for length in array("I", lengths):
        yield whole[start : start + length]
        start += length
