"""What decisions may have in common, read once: rare words of titles and summaries, subjects, places, money."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Final, TypeAlias

from funding.model.facts import Everywhere
from funding.register import Record, Register
from funding.swedish import key, stop_words, tokens

_SHORTEST: Final = 4
_PLACES: Final = 4
"""A decision for more municipalities than these is at none of them in particular."""


class Shared(StrEnum):
    """What two decisions may have in common beside words, in the order in which it is told."""

    RECIPIENT = "recipient"
    THEME = "theme"
    MUNICIPALITY = "municipality"
    SOURCE = "source"
    RECIPIENT_TYPE = "recipient_type"


KINDS: Final = tuple(Shared)
Numbers: TypeAlias = "array[int]"


class Traits:
    """The words and features of a register's decisions; all of them are numbered, decisions from the newest.

    A word in a decision is twice its number, and one more in a title; a decision that has a word likewise.

    - ``keys``: the key of each word; ``said``: the words of each decision; ``having``: the decisions with each word.
    - ``features``: the features of each decision; ``kinds``: which of ``Shared`` each feature is; ``sharing``: how many
      decisions have each; ``about``: the decisions of each subject, alone and at each place.
    """

    def __init__(self, register: Register) -> None:
        self.keys: list[str] = []
        self.said: list[Numbers] = []
        self.having: list[Numbers] = []
        self.features: list[tuple[int, ...]] = []
        self.kinds: list[int] = []
        self.sharing: list[int] = []
        self.about: dict[tuple[int, ...], Numbers] = defaultdict(lambda: array("I"))
        self._types = {id_: _type(register, id_) for id_ in register.lists.organisations}
        self._words: dict[str, int | None] = {}
        self._known_keys: dict[str, int] = {}
        self._known_features: dict[tuple[int, str], int] = {}
        for number, record in enumerate(register.by_date):
            self._read_words(number, record)
            self._read_features(number, record)

    def subjects(self, features: Sequence[int]) -> Iterator[tuple[int, ...]]:
        """Give the subjects of a decision by its features, alone and at each of its places."""
        themes = [feature for feature in features if KINDS[self.kinds[feature]] is Shared.THEME]
        for feature in features:
            if KINDS[self.kinds[feature]] is Shared.MUNICIPALITY:
                yield from ((theme, feature) for theme in themes)
        yield from ((theme,) for theme in themes)

    def _read_words(self, number: int, record: Record) -> None:
        current = record.current
        titled = self._words_of(current.title)
        also = self._words_of(current.summary or "") - titled
        said = array("I", sorted([*(word << 1 | 1 for word in titled), *(word << 1 for word in also)]))
        for word in said:
            self.having[word >> 1].append(number << 1 | word & 1)
        self.said.append(said)

    def _words_of(self, text: str) -> set[int]:
        known = self._words
        found = {known[word] if word in known else self._read(word) for word in tokens(text)}
        return {word for word in found if word is not None}

    def _read(self, word: str) -> int | None:
        number = None
        if len(word) >= _SHORTEST and word.isalpha() and word not in stop_words():
            number = self._known_keys.setdefault(key(word), len(self.keys))
            if number == len(self.keys):
                self.keys.append(key(word))
                self.having.append(array("I"))
        self._words[word] = number
        return number

    def _read_features(self, number: int, record: Record) -> None:
        found = []
        for feature in self._of(record):
            known = self._known_features.setdefault(feature, len(self.kinds))
            if known == len(self.kinds):
                self.kinds.append(feature[0])
                self.sharing.append(0)
            self.sharing[known] += 1
            found.append(known)
        self.features.append(tuple(found))
        for where in self.subjects(found):
            self.about[where].append(number)

    def _of(self, record: Record) -> Iterable[tuple[int, str]]:
        """Give each feature once: the place of its kind in ``KINDS``, and an id."""
        current, recipients = record.current, record.recipients
        groups: tuple[Iterable[str | None], ...] = (
            recipients,
            current.themes or (),
            _municipalities(record),
            (entry.source for entry in current.money.sources or ()),
            (self._types[id_] for id_ in recipients),
        )
        return dict.fromkeys((kind, id_) for kind, group in enumerate(groups) for id_ in group if id_)


def near(numbers: Numbers, here: int, most: int) -> Numbers:
    """Give those of some ascending numbers that lie nearest to one, at most so many on each side of it."""
    if len(numbers) <= 2 * most:
        return numbers
    start = max(0, min(bisect_left(numbers, here) - most, len(numbers) - 2 * most))
    return numbers[start : start + 2 * most]


def _type(register: Register, organisation: str) -> str | None:
    """Give what an organisation is; a unit is what it belongs to."""
    entry = register.lists.organisations[organisation]
    return entry.type or (_type(register, entry.unit_of) if entry.unit_of else None)


def _municipalities(record: Record) -> tuple[str, ...]:
    location = record.current.location
    if location is None or isinstance(location, Everywhere):
        return ()
    found = location.municipalities or ()
    return found if len(found) <= _PLACES else ()
