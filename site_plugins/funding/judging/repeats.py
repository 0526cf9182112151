"""Finds what an earlier one has already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Item = TypeVar("Item")


def repeated(items: Iterable[tuple[Key, Item]]) -> Iterator[tuple[Item, Item]]:
    """Give each item whose key an earlier one has, with the first that has it."""
    seen: dict[Key, Item] = {}
    for key, item in items:
        if key in seen:
            yield item, seen[key]
        else:
            seen[key] = item


def repeated_among_many(
    items: Iterable[Item], rough: Callable[[Item], Hashable], exact: Callable[[Item], Hashable]
) -> Iterator[tuple[Item, Item]]:
    """Give each item whose ``exact`` key an earlier one has, with the first; an item without a key is like no other.

    Only those are asked for it that share the ``rough`` key, which costs less and is another where the exact one is.
    """
    groups: dict[Hashable, list[Item]] = defaultdict(list)
    for item in items:
        groups[rough(item)].append(item)
    for group in groups.values():
        if len(group) > 1:
            yield from repeated((key, item) for item in group if (key := exact(item)))
