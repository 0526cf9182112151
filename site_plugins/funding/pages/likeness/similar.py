"""Which decisions are most like each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from funding.cache import Cache
from funding.pages.likeness.choosing import Chooser
from funding.pages.likeness.remembered import Recent, Remembered, found_now, load, save
from funding.pages.likeness.touched import touched
from funding.pages.likeness.traits import KINDS, Shared, Traits, types_of
from funding.register import Record, Register
from funding.workers import batches_of, spread

_BATCH: Final = 1000


@dataclass(frozen=True, slots=True)
class Likeness:
    """A decision that is like another: what they share, and the keys of rare words that stand in both."""

    record: Record
    shared: tuple[Shared, ...]
    keys: tuple[str, ...]


class Similar:
    """Gives for each decision of a register the others that are most like it; ``recent`` is what the last has read."""

    def __init__(self, register: Register, recent: Recent | None = None) -> None:
        self._register = register
        self._recent = recent or Recent()
        self._kept: dict[str, str] = {}

    def work_out(self, cache: Cache | None = None) -> None:
        """Work out what is like what for all decisions at once, on all cores, and keep nothing else.

        Kept is a line for each decision, about a hundred letters; nothing that the lines are made from. ``cache`` holds
        what the last build found: only what has changed since may touch is chosen anew.
        """
        lines = self._found(cache)
        self._kept = {record.id: line for record, line in zip(self._register.by_date, lines, strict=True)}

    def to(self, record: Record) -> tuple[Likeness, ...]:
        """Give the decisions that are most like one, the most like it first, without those it hangs together with."""
        return tuple(_likenesses(*self.named(record)))

    def named(self, record: Record) -> tuple[list[Record], str]:
        """Give the decisions that are most like one, and in one text why each of them is."""
        line = self._kept.get(record.id)
        if line is None:
            line = self._chooser.line(self._register.numbers[record.id])
        numbers, _, reasons = line.partition(" ")
        records = self._register.by_date
        return [records[int(number)] for number in numbers.split(",")] if numbers else [], reasons

    def _found(self, cache: Cache | None) -> list[str]:
        """Give the line of each decision, from the newest."""
        records, types = self._register.by_date, types_of(self._register)
        before = load(cache, types, records) if cache else Remembered()
        standing = before.standing(records)
        traits = before.traits(records, standing, types)
        lines = before.lines_of(standing)
        anew = sorted(set(touched(traits, standing, before))) if before.ids else range(len(records))
        batches = batches_of(anew, _BATCH)
        chosen = (line for batch in spread(self._choosing(traits).lines, batches) for line in batch)
        for number, line in zip(anew, chosen, strict=True):
            lines[number] = line
        if cache and standing != list(range(len(before.ids))):
            save(cache, types, found_now(records, traits, lines))
        return lines

    def _choosing(self, traits: Traits) -> Chooser:
        numbers, related = self._register.numbers, self._register.relatives
        return Chooser(traits, {numbers[id_]: [numbers[one.id] for one in found] for id_, found in related.items()})

    @cached_property
    def _chooser(self) -> Chooser:
        return self._choosing(self._recent.traits(self._register.by_date, types_of(self._register)))


def _likenesses(others: Sequence[Record], reasons: str) -> Iterator[Likeness]:
    for record, reason in zip(others, reasons.split(), strict=True):
        kinds, *keys = reason.split(",")
        yield Likeness(record, tuple(kind for place, kind in enumerate(KINDS) if int(kinds) >> place & 1), tuple(keys))
