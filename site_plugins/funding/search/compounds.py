"""Compounds: a word is split where both halves are words of the site, or common ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Final, NamedTuple

from funding.swedish import common_words, fits, is_known, key, plain, splitless_keys

LEAST_COMPOUND: Final = 6
LEAST_PART: Final = 3
LINKS: Final = frozenset("seaou")
"""Letters that link the first half to the second."""

_LONGEST_ENDING: Final = 16
"""Characters of the longest ending that a stem may lack, and more."""


class Part(NamedTuple):
    """A word inside a compound: its key, and as much of it as the key is long, with its dots."""

    key: str
    root: str


@dataclass(frozen=True)
class Compounds:
    """Splits words by the words of a site, each with its key, and by common words."""

    keys: Mapping[str, str]
    _halves: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _refused: frozenset[str] = field(default_factory=splitless_keys)

    def parts(self, word: str) -> tuple[Part, ...]:
        """Give the parts of a compound, and those that they have themselves; none of a word that is no compound."""
        return parts_of(self.halves(word))

    def halves(self, word: str) -> tuple[str, ...]:
        """Give the same as they are written in the compound."""
        if word not in self._halves:
            found = [one for half in self.split(word) or () for one in (half, *self.halves(half))]
            self._halves[word] = tuple(dict.fromkeys(found))
        return self._halves[word]

    def alone(self, half: str) -> str:
        """Give a half as it is written by itself: without a linking ``s``, but where that belongs to the word."""
        is_word = half in self._known or not half.endswith("s") or key(half[:-1]) != key(half)
        return half if is_word else half[:-1]

    def split(self, word: str) -> tuple[str, str] | None:
        """Give the halves of a compound, the first without its linking letter where it needs none.

        The halves are as equally long as can be; of two ways the second half is the longer one.
        """
        if len(word) < LEAST_COMPOUND or not word.isalpha():
            return None
        bare = plain(word)
        firsts = self._first_halves(bare)
        for end in _divisions(len(word)):
            if end in firsts and self._may_begin(bare, end):
                first = self._first_half(word, end)
                if first and self._is_word(word[end:], word):
                    return first, word[end:]
        return None

    def _first_half(self, word: str, end: int) -> str | None:
        if self._is_word(word[:end], word):
            return word[:end]
        linked = end > LEAST_PART and word[end - 1] in LINKS
        return word[: end - 1] if linked and self._is_word(word[: end - 1], word) else None

    def _first_halves(self, bare: str) -> frozenset[int]:
        """Give where a first half may end: a key of the site, which begins the half, is not much shorter."""
        known = self._roots
        keys = [end for end in range(LEAST_PART, len(bare) - LEAST_PART + 1) if bare[:end] in known]
        return frozenset([end + more for end in keys for more in range(_LONGEST_ENDING + 1)])

    def _may_begin(self, bare: str, start: int) -> bool:
        """Tell quickly whether a second half may begin somewhere: with a key of the site that is not much shorter."""
        shortest = max(start + LEAST_PART, len(bare) - _LONGEST_ENDING)
        return not self._roots.keys().isdisjoint([bare[start:end] for end in range(shortest, len(bare) + 1)])

    def _is_word(self, half: str, whole: str) -> bool:
        """Tell whether a half has its key in common with a word of the site, other than the compound itself."""
        common = self._known.get(half) or key(half)
        roots = self._roots.get(common)
        if roots is None or common in self._refused:
            return False
        asked, own = half[: len(common)], whole[: len(common)] if self._known.get(whole) == common else None
        return any(fits(asked, found) and count > (found == own) for found, count in roots.items())

    @cached_property
    def _known(self) -> Mapping[str, str]:
        """The words that may be halves, each with its key."""
        return {word: common for word, common in (*keys_of(common_words()), *self.keys.items()) if is_known(word)}

    @cached_property
    def _roots(self) -> Mapping[str, Mapping[str, int]]:
        """How many words have each key, by as much of them as the key is long."""
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for word, common in self._known.items():
            roots, root = found[common], word[: len(common)]
            roots[root] = roots.get(root, 0) + 1
        return dict(found)


def parts_of(halves: Iterable[str]) -> tuple[Part, ...]:
    """Give halves, as they are written in a compound, as its parts."""
    return tuple(dict.fromkeys(map(_part_of, halves)))


def keys_of(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give each word with its key."""
    return ((word, key(word)) for word in words)


def _part_of(half: str) -> Part:
    common = key(half)
    return Part(common, half[: len(common)])


@cache
def _divisions(length: int) -> list[int]:
    """Give where a word of a length may be divided, the most equal halves first."""
    ends = range(LEAST_PART, length - LEAST_PART + 1)
    return sorted(ends, key=lambda end: (-min(end, length - end), end))
