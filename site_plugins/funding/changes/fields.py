"""Which keys of two versions differ, by their dotted paths; a list is one value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from funding.source import Tree


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One key with another value. ``old`` and ``new`` are in the long form; ``None`` where the key is absent."""

    path: str
    old: Tree
    new: Tree


_PRINTED: Final = "as_printed"
_NOTHING: Final[Mapping[str, Tree]] = {}


def field_changes(old: Mapping[str, Tree], new: Mapping[str, Tree], above: str = "") -> Iterator[FieldChange]:
    """Give every key that differs, in the order of the new version and then of the old."""
    for key in (*new, *(key for key in old if key not in new)):
        before, after = old.get(key), new.get(key)
        path = f"{above}{key}"
        if before == after:
            continue
        if _group(before) is not None and _group(after) is not None:
            yield from field_changes(_group(before) or {}, _group(after) or {}, f"{path}.")
        else:
            yield FieldChange(path, before, after)


def _group(value: Tree) -> Mapping[str, Tree] | None:
    """Give a group of keys; what is absent is an empty one, and a date with its printed form is one value."""
    if value is None:
        return _NOTHING
    return value if isinstance(value, dict) and _PRINTED not in value else None


def item_changes(old: list[Tree], new: list[Tree], names: tuple[str, ...]) -> list[tuple[Tree, Tree]]:
    """Pair the items of two lists: what is the same in both is left out, what has one name goes together.

    ``names`` are the keys that an item may be known by. Of a pair one is ``None`` where an item was added or removed.
    """
    gone = [item for item in old if item not in new]
    added = [item for item in new if item not in old]
    pairs: list[tuple[Tree, Tree]] = []
    for item in gone:
        twin = next((other for other in added if names and _name(other, names) == _name(item, names)), None)
        if twin is not None:
            added.remove(twin)
        pairs.append((item, twin))
    return [*pairs, *((None, item) for item in added)]


def _name(item: Tree, names: tuple[str, ...]) -> Tree:
    return next((item[name] for name in names if name in item), None) if isinstance(item, dict) else item
