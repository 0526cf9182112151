"""What the rules about the paths of ``set`` share: the single items that a later decision points at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from funding.model.current import LaterDecision
from funding.problem import KeyPath
from funding.register import Record


class Target(NamedTuple):
    """A path in ``set`` that means one item: its name, how many items have it, and the names that there are."""

    where: KeyPath
    name: str
    found: int
    known: tuple[str, ...]


def targets(record: Record) -> Iterator[Target]:
    """Give every path that means one part of the grant or one condition. A new source or year may be set."""
    for index, later in enumerate(record.later):
        for path, name, found, known in (*_parts(later), *_conditions(later)):
            yield Target(("amendments", index, "set", path), name, found, known)


def _parts(later: LaterDecision) -> Iterator[tuple[str, str, int, tuple[str, ...]]]:
    changes = later.amendment.set
    parts = (changes.parts if changes else None) or later.before.money.parts
    names = tuple(part.name for part in parts) if isinstance(parts, tuple) else ()
    for path in changes.item_parts if changes else ():
        name = path.removeprefix("grant.parts.")
        yield path, name, names.count(name), names


def _conditions(later: LaterDecision) -> Iterator[tuple[str, str, int, tuple[str, ...]]]:
    changes = later.amendment.set
    if not changes or not changes.item_states:
        return
    conditions = changes.conditions or later.before.conditions
    conditions = conditions if isinstance(conditions, tuple) else ()
    names = tuple(name for condition in conditions for name in condition.names)
    ids = Counter(condition.id for condition in conditions)
    named = Counter(name for condition in conditions for name in set(condition.names))
    for path in changes.item_states:
        name = path.removeprefix("conditions.").rpartition(".")[0]
        yield path, name, ids[name] or named[name], names
