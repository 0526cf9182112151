"""Compounds: a word is split where both halves are words of the site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from funding.search.words import fits, is_known, key, plain, splitless_keys

LEAST_COMPOUND: Final = 6
LEAST_PART: Final = 3
LINKS: Final = frozenset("seaou")
"""Letters that link the first half to the second."""

_LONGEST_ENDING: Final = 10
"""Characters of the longest ending that a stem may lack, and more."""


@dataclass(frozen=True, slots=True)
class Part:
    """A word inside a compound: its key, and as much of it as the key is long, with its dots."""

    key: str
    root: str


@dataclass(frozen=True)
class Compounds:
    """Splits words by the words of a site: each of them by its key."""

    keys: Mapping[str, str]
    _parts: dict[str, tuple[Part, ...]] = field(default_factory=dict)

    def parts(self, word: str) -> tuple[Part, ...]:
        """Give the parts of a compound, and those that they have themselves; none of a word that is no compound."""
        if word not in self._parts:
            halves = self.split(word)
            found = [part for half in halves or () for part in (_part_of(half), *self.parts(half))]
            self._parts[word] = tuple(dict.fromkeys(found))
        return self._parts[word]

    def split(self, word: str) -> tuple[str, str] | None:
        """Give the halves of a compound, the first without its linking letter where it needs none.

        The halves are as equally long as can be; of two ways the second half is the longer one.
        """
        if len(word) < LEAST_COMPOUND or not word.isalpha():
            return None
        bare = plain(word)
        for end in _divisions(len(word)):
            if not self._may_be(bare[end:]):
                continue
            first = self._first_half(word, bare, end)
            if first and self._is_word(word[end:], word):
                return first, word[end:]
        return None

    def _first_half(self, word: str, bare: str, end: int) -> str | None:
        if self._may_be(bare[:end]) and self._is_word(word[:end], word):
            return word[:end]
        linked = end > LEAST_PART and bare[end - 1] in LINKS
        if linked and self._may_be(bare[: end - 1]) and self._is_word(word[: end - 1], word):
            return word[: end - 1]
        return None

    def _may_be(self, bare: str) -> bool:
        """Tell quickly whether the key of a half can be one of a word of the site: a key begins the word."""
        known = self._roots
        return any(bare[:length] in known for length in range(len(bare), max(2, len(bare) - _LONGEST_ENDING), -1))

    def _is_word(self, half: str, whole: str) -> bool:
        """Tell whether a half has its key in common with a word of the site, other than the compound itself."""
        common = key(half)
        if common in splitless_keys():
            return False
        roots = self._roots.get(common)
        if roots is None:
            return False
        asked, own = half[: len(common)], whole[: len(common)] if self.keys.get(whole) == common else None
        return any(fits(asked, found) and count > (found == own) for found, count in roots.items())

    @cached_property
    def _roots(self) -> Mapping[str, Mapping[str, int]]:
        """How many words of the site have each key, by as much of them as the key is long."""
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for word, common in self.keys.items():
            if is_known(word):
                roots, root = found[common], word[: len(common)]
                roots[root] = roots.get(root, 0) + 1
        return dict(found)


def keys_of(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give each word with its key."""
    return ((word, key(word)) for word in words)


def _part_of(half: str) -> Part:
    common = key(half)
    return Part(common, half[: len(common)])


def _divisions(length: int) -> list[int]:
    """Give where a word of a length may be divided, the most equal halves first."""
    ends = range(LEAST_PART, length - LEAST_PART + 1)
    return sorted(ends, key=lambda end: (-min(end, length - end), end))
