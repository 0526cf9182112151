"""Which decisions a word or phrase reaches and how closely, read from the specification as plainly as it can be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from tests.search.naive_documents import Document
from tests.search.naive_query import field_of
from tests.search.naive_words import (
    LINKING,
    SHORTEST_OF_SITE,
    Compounds,
    fits,
    has_digit,
    key,
    one_edit_apart,
    only_letters,
    plain,
    root,
    tokens,
)

WEIGHTS = (1, 3, 6, 10)
"""What a word is worth by the level of the text that it stands in."""
EXACT, INFLECTED, JOINED, PART, SPLIT, SYNONYM, PREFIX, TYPO = CLOSENESS = (
    "exact", "inflected", "joined", "part", "split", "synonym", "prefix", "typo",
)  # fmt: skip
FACTORS = {EXACT: 8, INFLECTED: 7, JOINED: 14, PART: 4, PREFIX: 5, TYPO: 6}
HELPING, HELPING_AS_PART = 4, 1
"""What half of a compound or another word for the same is worth: by itself, and as part of a compound."""
SHORTEST_PREFIX, SHORTEST_JOINED, SHORTEST_TYPO = 2, 3, 5
SHORTEST_MEANT, LONGEST_MEANT = 4, 40

Scores = Mapping[int, int]
Way = tuple[str, Scores, frozenset[str]]
"""How a word reaches decisions, their scores, and by which forms."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The word lists of the program, as data."""

    stop_words: Sequence[str]
    light_words: Sequence[str]
    statuses: Sequence[str]
    kept_out: Sequence[str]
    synonyms: Sequence[Sequence[str]]
    common: Sequence[str]


@dataclass(frozen=True)
class Reached:
    """What one word reaches: the closest kind, the decisions with their scores, and which word stood in for it.

    ``rarity`` is what the scores are times as much worth where the word must stand in what is found.
    """

    typed: str
    kind: str
    scores: Scores
    rarity: int
    forms: frozenset[str]
    replaced_by: str | None = None


class Matching:
    """Knows the words of all decisions, which are numbered as they are given."""

    def __init__(self, documents: Sequence[Document], lists: Lists) -> None:
        self.lists = lists
        self._count = len(documents)
        self._texts = [document.texts for document in documents]
        self._levels: dict[str, dict[int, int]] = defaultdict(dict)
        for number, document in enumerate(documents):
            for level, words in document.texts:
                for word in words:
                    self._levels[word][number] = max(level, self._levels[word].get(number, 0))
        self.site_words = sorted(word for word in self._levels if len(word) >= SHORTEST_OF_SITE and only_letters(word))
        self.compounds = Compounds(self.site_words, lists.common, lists.kept_out)
        self._same_key: dict[str, list[str]] = defaultdict(list)
        self._with_part: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for form in sorted(self._levels):
            self._same_key[key(form)].append(form)
            for part in sorted(self.compounds.parts(form)):
                self._with_part[key(part)].append((form, root(part)))
        self.common = self._common()
        self.near = cache(self._near)

    def _common(self) -> Mapping[str, int]:
        """Give how many decisions have each word; of halves of compounds, how many have those, each by itself."""
        found: dict[str, int] = defaultdict(int)
        for form in self.site_words:
            for half in self.compounds.parts(form):
                found[self.compounds.alone(half)] += len(self._levels[form])
        return found | {word: len(self._levels[word]) for word in self.site_words}

    def is_stop_word(self, word: str) -> bool:
        """Tell whether a word says too little to be asked for."""
        return any(fits(word, stop) for stop in self.lists.stop_words)

    def is_light(self, word: str) -> bool:
        """Tell whether a word need not stand in a decision, where others are asked for."""
        return any(key(word) == key(light) and fits(root(word), root(light)) for light in self.lists.light_words)

    def _near(self, word: str) -> Mapping[str, str]:
        """Give the forms that a word reaches by itself (exact, inflected, part of a compound) with the closest kind."""
        found = {form: PART for form, part in self._with_part.get(key(word), ()) if fits(root(word), part)}
        found |= {form: INFLECTED for form in self._same_key.get(key(word), ()) if fits(root(word), root(form))}
        return found | ({word: EXACT} if word in self._levels else {})

    def weights(self, forms: Iterable[str]) -> Scores:
        """Give each decision that has one of some forms, with the weight of the highest level that one stands at."""
        found: dict[int, int] = {}
        for form in forms:
            for number, level in self._levels[form].items():
                found[number] = max(WEIGHTS[level], found.get(number, 0))
        return found

    def help(self, word: str) -> tuple[Scores, frozenset[str]]:
        """Give what a word is worth that stands in for another."""
        near = self.near(word)
        own = self.weights(form for form, how in near.items() if how != PART)
        inside = self.weights(form for form, how in near.items() if how == PART)
        worth = {
            number: max(HELPING * own.get(number, 0), HELPING_AS_PART * inside.get(number, 0))
            for number in own.keys() | inside.keys()
        }
        return worth, frozenset(near)

    def ways(self, word: str) -> list[Way]:
        """Give every way in which a word reaches decisions but by its beginning, its likeness and its neighbours."""
        near = self.near(word)
        found = [
            self._by_forms(kind, (form for form, how in near.items() if how == kind))
            for kind in (EXACT, INFLECTED, PART)
        ]
        if halves := self.compounds.split(word):
            (left, some), (right, more) = map(self.help, halves)
            both = {number: (left[number] + right[number]) // 2 for number in left.keys() & right.keys()}
            found.append((SPLIT, both, some | more))
        return [*found, *self._synonyms(word, inside=False)]

    def _synonyms(self, word: str, *, inside: bool) -> Iterator[Way]:
        """Give how a word reaches decisions by what means the same: in its own forms, or ``inside`` compounds."""
        for group in self.lists.synonyms:
            entries = [tokens(entry) for entry in group]
            same = [entry for entry in entries if len(entry) == 1 and key(entry[0]) == key(word)]
            others = [entry for entry in entries if same and entry and entry not in same]
            for entry in others:
                if len(entry) == 1:
                    forms = frozenset(form for form, how in self.near(*entry).items() if (how == PART) == inside)
                    worth = HELPING_AS_PART if inside else HELPING
                    yield SYNONYM, {number: worth * one for number, one in self.weights(forms).items()}, forms
                elif not inside:
                    yield SYNONYM, *self._side_by_side(entry)

    def _by_forms(self, kind: str, forms: Iterable[str]) -> Way:
        listed = frozenset(forms)
        scores = {number: FACTORS[kind] * weight for number, weight in self.weights(listed).items()}
        return kind, scores, listed

    def _side_by_side(self, words: Sequence[str]) -> tuple[Scores, frozenset[str]]:
        weights = self._phrase_weights(tuple(words))
        return {number: HELPING * weight for number, weight in weights.items()}, frozenset(words)

    def joined(self, word: str, neighbours: Sequence[str]) -> Way:
        """Give the compounds of a word and those that were typed beside it."""
        at = neighbours.index(word)
        pairs = list(pairwise(neighbours))[max(0, at - 1) : at + 1]
        orders = [order for left, right in pairs for order in ((left, right), (right, left))]
        compounds = {one for order in orders for one in _compounds(*order)}
        forms = {form for one in compounds for form in self._same_key.get(key(one), ()) if fits(root(one), root(form))}
        return self._by_forms(JOINED, forms)

    def exactly(self, word: str) -> Reached:
        """Give what a word reaches just as it was typed."""
        return self._reached(word, [self._by_forms(EXACT, {word} & self._levels.keys())])

    def word(self, word: str, neighbours: Sequence[str], *, widened: bool) -> Reached:
        """Give what a word reaches; ``widened`` lets its beginning and its likeness count where nothing else does."""
        ways = self.ways(word)
        reached = self._reached(word, [*ways, self.joined(word, neighbours)])
        if not widened or reached.kind not in {SYNONYM, "none"}:
            return reached
        begun = [self._as_prefix(word), self._as_beginning_of_part(word)]
        reached = self._reached(word, [*ways, *begun, *self._synonyms(word, inside=True)])
        meant = None if reached.scores else self._meant(word)
        return self._reached(word, self.ways(meant), meant) if meant else reached

    def phrase(self, words: tuple[str, ...]) -> Scores:
        """Give the decisions with some words side by side in one text, with their scores."""
        weights = self._phrase_weights(words)
        rarity = self.rarity(len(weights))
        return {number: FACTORS[EXACT] * weight * rarity for number, weight in weights.items()}

    def _phrase_weights(self, words: tuple[str, ...]) -> Scores:
        found: dict[int, int] = {}
        for number, texts in enumerate(self._texts):
            levels = [level for level, text in texts if _stands_in(words, text)]
            if levels:
                found[number] = WEIGHTS[max(levels)]
        return found

    def without(self, words: tuple[str, ...], *, exact: bool) -> frozenset[int]:
        """Give the decisions that a minus takes away."""
        if len(words) > 1:
            return frozenset(self.phrase(words))
        reached = {word: EXACT for word in words if word in self._levels} if exact else self.near(words[0])
        return frozenset(self.weights(reached))

    def rarity(self, documents: int) -> int:
        """Give what a word is worth that so many decisions have."""
        return (self._count // documents).bit_length() if documents else 0

    def _as_prefix(self, word: str) -> Way:
        known = (*self.site_words, *filter(has_digit, self._levels)) if len(word) >= SHORTEST_PREFIX else ()
        return self._by_forms(PREFIX, (form for form in known if fits(word, form[: len(word)])))

    def _as_beginning_of_part(self, word: str) -> Way:
        inside = (pair for pairs in self._with_part.values() for pair in pairs) if len(word) >= SHORTEST_PREFIX else ()
        forms = frozenset(form for form, part in inside if fits(word, part[: len(word)]))
        scores = {number: FACTORS[PART] * weight for number, weight in self.weights(forms).items()}
        return PREFIX, scores, forms

    def _meant(self, word: str) -> str | None:
        """Give the word of the site that was most likely meant by one that is misspelt."""
        if len(word) < SHORTEST_TYPO or has_digit(word) or self._is_sure(word):
            return None
        known = (other for other in self.common if SHORTEST_MEANT <= len(other) <= LONGEST_MEANT)
        like = [other for other in known if one_edit_apart(plain(word), plain(other))]
        return min(like, key=lambda other: (-self.common[other], other), default=None)

    def _is_sure(self, word: str) -> bool:
        """Tell whether a word names a status or a field, so that no other is meant."""
        named = any(key(word) == key(status) and fits(root(word), root(status)) for status in self.lists.statuses)
        return named or field_of(word) is not None

    def _reached(self, word: str, ways: Iterable[Way], meant: str | None = None) -> Reached:
        best: dict[int, int] = {}
        reaching = [way for way in ways if way[1]]
        for kind, scores, _ in reaching:
            for number, score in scores.items():
                capped = score * FACTORS[TYPO] // FACTORS[kind] if meant and kind in {EXACT, INFLECTED} else score
                best[number] = max(capped, best.get(number, 0))
        kind = TYPO if meant and best else min((way[0] for way in reaching), key=CLOSENESS.index, default="none")
        forms = frozenset().union(*(way[2] for way in reaching))
        return Reached(word, kind, best, self.rarity(len(best)), forms, meant)


def _stands_in(words: tuple[str, ...], text: tuple[str, ...]) -> bool:
    return any(text[at : at + len(words)] == words for at in range(len(text) - len(words) + 1))


def _compounds(left: str, right: str) -> set[str]:
    """Give the compounds that two words may make, with any letter between them, or for the last of the first."""
    if not all(only_letters(one) and len(one) >= SHORTEST_JOINED for one in (left, right)):
        return set()
    ends_in_vowel = left[-1] in "ae" and len(left) > SHORTEST_JOINED
    starts = [left, left[:-1]] if ends_in_vowel else [left]
    firsts = [start + link for start in starts for link in ("", *LINKING)]
    return {first + right for first in firsts if len(key(first + right)) >= len(first) + SHORTEST_JOINED}
