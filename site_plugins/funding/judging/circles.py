"""Finds circles among things that point at each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


def circles(pointing: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Give every circle once, from its first member; one that points at itself is a circle of one."""
    done: set[str] = set()
    for start in pointing:
        way = {start: iter(pointing[start])} if start not in done else {}
        while way:
            last = next(reversed(way))
            step = next(way[last], None)
            if step is None:
                done.add(last)
                del way[last]
            elif step in way:
                names = list(way)
                yield tuple(names[names.index(step) :])
            elif step not in done:
                way[step] = iter(pointing.get(step, ()))


def shown(circle: tuple[str, ...]) -> str:
    """Write a circle as ``a → b → a``."""
    return " → ".join((*circle, circle[0]))
