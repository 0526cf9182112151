"""Which of some new files are most likely files that are gone: the same content, or most of its lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from funding.source import Document

_ALIKE: Final = 0.5
"""How much of the longer file two must share to be one that was moved, as git reckons too."""

_COMMON: Final = 50
"""A line that more of the new files have tells nothing."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """``moved`` gives the new path of each file that was most likely moved, by its old path."""

    moved: Mapping[str, str]

    @classmethod
    def between(cls, gone: Mapping[str, Document], new: Mapping[str, Document]) -> Likeness:
        """Pair files that are gone with new ones, the most alike first; each is paired once.

        The time it takes grows with the number of lines, not with the number of pairs.
        """
        lines = {path: _lines(document) for path, document in new.items()}
        holders = Counter(line for found in lines.values() for line in found)
        common = {line for line, count in holders.items() if count > _COMMON}
        holding: dict[str, list[str]] = defaultdict(list)
        for path, found in lines.items():
            for line in found - common:
                holding[line].append(path)
        alike: list[tuple[float, str, str]] = []
        for old, document in gone.items():
            mine = _lines(document) - common
            shared = Counter(path for line in mine for path in holding.get(line, ()))
            alike += ((count / max(len(mine), len(lines[path] - common)), old, path) for path, count in shared.items())
        return cls(_best(alike))


def _best(alike: list[tuple[float, str, str]]) -> dict[str, str]:
    moved: dict[str, str] = {}
    taken: set[str] = set()
    for share, old, path in sorted(alike, key=lambda found: (-found[0], found[1], found[2])):
        if share >= _ALIKE and old not in moved and path not in taken:
            moved[old] = path
            taken.add(path)
    return moved


def _lines(document: Document) -> frozenset[str]:
    return frozenset(line.strip() for line in document.text.splitlines() if line.strip())
