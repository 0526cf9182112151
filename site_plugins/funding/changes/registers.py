"""Entries of the registers that are not what they were, and how many decisions each touches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from funding.against import Side, Sides
from funding.changes.fields import FieldChange, field_changes
from funding.judging.pointers import pointers_of
from funding.source import RegisterName, register_path


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry that was added, removed or changed; ``decisions`` is how many name it, of a removed one how many did."""

    register: RegisterName
    id: str
    path: str
    created: bool
    removed: bool
    fields: tuple[FieldChange, ...]
    decisions: int


def entry_changes(sides: Sides) -> Iterator[EntryChange]:
    """Give every entry that differs, register by register, in the order of the alphabet."""
    then, now = _Named(sides.then), _Named(sides.now)
    for name in RegisterName:
        before, after = _entries(sides.then, name), _entries(sides.now, name)
        if before == after:
            continue
        for id_ in sorted({*before, *after}):
            old, new = before.get(id_), after.get(id_)
            if old != new:
                fields = tuple(field_changes(old or {}, new or {}))
                count = (then if new is None else now).count(name, id_)
                path = register_path(sides.now.options.decisions, name)
                yield EntryChange(name, id_, path, old is None, new is None, fields, count)


def _entries(side: Side, name: RegisterName) -> Mapping[str, dict[str, object]]:
    entries = getattr(side.reading.registers, name.value)
    return {id_: entry.model_dump(mode="json", by_alias=True, exclude_none=True) for id_, entry in entries.items()}


class _Named:
    """How many decisions of a side name each entry; counted once, and only if somebody asks."""

    def __init__(self, side: Side) -> None:
        self._side = side
        self._counts: Counter[tuple[RegisterName, str]] | None = None

    def count(self, register: RegisterName, id_: str) -> int:
        """Give the number of decisions that name an entry."""
        if self._counts is None:
            self._counts = Counter(
                key
                for record in self._side.reading.records.values()
                for key in {(name, pointer.id) for pointer in pointers_of(record) for name in pointer.registers}
            )
        return self._counts[register, id_]
