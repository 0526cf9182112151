"""Finds what an earlier one has already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Item = TypeVar("Item")


def repeated(items: Iterable[tuple[Key, Item]]) -> Iterator[tuple[Item, Item]]:
    """Give each item whose key an earlier one has, with the first that has it."""
    listed = list(items)
    if len({key for key, _ in listed}) == len(listed):
        return
    groups: dict[Key, list[Item]] = defaultdict(list)
    for key, item in listed:
        groups[key].append(item)
    for first, *others in groups.values():
        for other in others:
            yield other, first
