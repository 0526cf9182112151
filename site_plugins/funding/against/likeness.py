"""Which of some new files are most likely files that are gone: the same content, or most of its lines."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
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
        """Pair files that are gone with new ones, the same content first, then the most alike; each is paired once.

        The time it takes grows with the number of lines, not with the number of pairs.
        """
        same = dict(_same(gone, new))
        taken = set(same.values())
        left = {path: _lines(document) for path, document in gone.items() if path not in same}
        free = {path: _lines(document) for path, document in new.items() if path not in taken}
        return cls({**same, **_best(_alike(left, free))})


def _same(gone: Mapping[str, Document], new: Mapping[str, Document]) -> Iterator[tuple[str, str]]:
    """Pair files of the same content, those of the same name first, then in the order of their paths."""
    named = {(document.text, _name(path)): path for path, document in new.items() if document.text}
    found = {old: named.get((document.text, _name(old))) for old, document in gone.items()}
    named_so = set(found.values())
    free: dict[str, deque[str]] = defaultdict(deque)
    for path in sorted(path for path in new if path not in named_so):
        free[new[path].text].append(path)
    taken: set[str] = set()
    for old in sorted(gone):
        text, twin = gone[old].text, found[old]
        if twin is None or twin in taken:
            twin = free[text].popleft() if text and free[text] else None
        if twin:
            taken.add(twin)
            yield old, twin


def _alike(gone: Mapping[str, frozenset[str]], new: Mapping[str, frozenset[str]]) -> Iterator[tuple[float, str, str]]:
    """Tell how much files have in common with each other, leaving out the lines that many have."""
    holders = Counter(line for lines in new.values() for line in lines)
    common = {line for line, count in holders.items() if count > _COMMON}
    holding: dict[str, list[str]] = defaultdict(list)
    for path, lines in new.items():
        for line in lines - common:
            holding[line].append(path)
    for old, lines in gone.items():
        mine = lines - common
        shared = Counter(path for line in mine for path in holding.get(line, ()))
        for path, count in shared.items():
            yield count / max(len(mine), len(new[path] - common)), old, path


def _best(alike: Iterable[tuple[float, str, str]]) -> dict[str, str]:
    moved: dict[str, str] = {}
    taken: set[str] = set()
    for share, old, path in sorted(alike, key=lambda found: (-found[0], found[1], found[2])):
        if share >= _ALIKE and old not in moved and path not in taken:
            moved[old] = path
            taken.add(path)
    return moved


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _lines(document: Document) -> frozenset[str]:
    return frozenset(line.strip() for line in document.text.splitlines() if line.strip())
