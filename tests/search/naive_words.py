"""What a word is, read from the specification of the search as plainly as it can be: nothing here is quick."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache

import snowballstemmer  # type: ignore[import-untyped]  # it has no types

SOFT_HYPHEN = "\u00ad"
LINKING = "seaou"
VOWELS = "aeiouyåäö"
SHORTEST_STEM = 4
SHORTEST_OF_SITE, SHORTEST_COMPOUND, SHORTEST_PART = 3, 6, 3

_STEMMER = snowballstemmer.stemmer("swedish")


def is_part_of_word(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LMN"


def has_digit(word: str) -> bool:
    return any(unicodedata.category(sign)[0] == "N" for sign in word)


def only_letters(word: str) -> bool:
    return all(unicodedata.category(sign)[0] == "L" for sign in word)


def tokens(text: str) -> list[str]:
    lowered = unicodedata.normalize("NFC", text).replace(SOFT_HYPHEN, "").lower()
    spaced = "".join(sign if is_part_of_word(sign) else " " for sign in lowered)
    return [run for run in spaced.split(" ") if run]


@cache
def plain_sign(sign: str) -> str:
    if sign == "ø":
        return "o"
    letter, *marks = list(unicodedata.normalize("NFD", sign))
    folds = marks and letter.isascii() and letter.isalpha() and all(unicodedata.combining(mark) for mark in marks)
    return letter if folds else sign


def plain(word: str) -> str:
    return "".join(map(plain_sign, word))


@cache
def key(word: str) -> str:
    """Give what the forms of a word share: its beginning without endings, one taken off after the other."""
    if not only_letters(word):
        return plain(word)
    stem = without_ending(plain(word))
    while (shorter := without_ending(stem)) != stem and (len(shorter) >= SHORTEST_STEM or stem.endswith("an")):
        stem = shorter
    return stem


def without_ending(word: str) -> str:
    """Take one ending off: the definite -an, which the stemmer leaves, or what the stemmer takes."""
    if word.endswith("an") and len(word) - 2 >= max(3, first_region(word)):
        return word[:-2]
    return str(_STEMMER.stemWord(word))


def first_region(word: str) -> int:
    """Give where endings may begin: after the first letter that is no vowel and follows one."""
    for at in range(1, len(word)):
        if word[at - 1] in VOWELS and word[at] not in VOWELS:
            return at + 1
    return len(word)


def root(word: str) -> str:
    return word[: len(key(word))]


def fits(asked: str, found: str) -> bool:
    if len(asked) != len(found):
        return False
    return all(one in {other, plain_sign(other)} for one, other in zip(asked, found, strict=True))


def one_edit_apart(one: str, other: str) -> bool:
    """Tell whether at most one insertion, deletion, substitution or swap of neighbours parts two words."""
    if one == other:
        return True
    if len(one) == len(other):
        differing = [place for place, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
        if len(differing) == 1:
            return True
        first, last = differing[0], differing[-1]
        swapped = len(differing) == 2 and last == first + 1
        return swapped and one[first] == other[last] and one[last] == other[first]
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


class Compounds:
    """Divides words: those of a site by its words and by common ones, others by its words and what those consist of."""

    def __init__(self, words: Iterable[str], common: Iterable[str], kept_out: Iterable[str]) -> None:
        self._words = by_key(word for word in words if len(word) >= SHORTEST_OF_SITE and only_letters(word))
        self._common = by_key(common)
        self._kept_out = {key(part) for part in kept_out}
        self.parts = cache(self._parts)
        found = {part for listed in self._words.values() for word in listed for part in self.parts(word)}
        self._inside = {same: {root(part) for part in listed} for same, listed in by_key(found).items()}
        self.split = cache(self._split)

    def alone(self, half: str) -> str:
        """Give a half as a word by itself: an s that is no part of it is only a link."""
        known = (*self._words.get(key(half), ()), *self._common.get(key(half), ()))
        linked = half.endswith("s") and half not in known and key(half[:-1]) == key(half)
        return half[:-1] if linked else half

    def _split(self, word: str) -> tuple[str, str] | None:
        """Divide a word that was typed; a word of the site as it is divided there."""
        if word in self._words.get(key(word), ()):
            return self._of_site(word)
        return self._divided(word, lambda part: any(fits(root(part), one) for one in self._inside.get(key(part), ())))

    def _of_site(self, word: str) -> tuple[str, str] | None:
        return self._divided(word, lambda part: self._is_known(self._common, part, word))

    def _parts(self, word: str) -> frozenset[str]:
        """Give the parts that stand in a word of the site, as they are written in it, with the parts of those."""
        halves = self._of_site(word) or ()
        return frozenset(halves).union(*(self.parts(half) for half in halves))

    def _divided(self, word: str, may_be_part: Callable[[str], bool]) -> tuple[str, str] | None:
        """Divide a word where both halves are words of the site, or may be parts for another reason."""
        if len(word) < SHORTEST_COMPOUND or not only_letters(word):
            return None

        def is_part(part: str) -> bool:
            known = self._is_known(self._words, part, word) or may_be_part(part)
            return known and len(part) >= SHORTEST_PART and key(part) not in self._kept_out

        found = []
        for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            left, right = word[:at], word[at:]
            lefts = [left, left[:-1]] if left[-1] in LINKING else [left]
            taken = next((one for one in lefts if is_part(one)), None)
            if taken and is_part(right):
                found.append((min(len(left), len(right)), len(right), (taken, right)))
        return max(found)[2] if found else None

    @staticmethod
    def _is_known(words: Mapping[str, list[str]], part: str, whole: str) -> bool:
        return any(word != whole and fits(root(part), root(word)) for word in words.get(key(part), ()))


def by_key(words: Iterable[str]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        found[key(word)].append(word)
    return found
