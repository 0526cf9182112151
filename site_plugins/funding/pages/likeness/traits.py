"""What decisions may have in common, read once: rare words of titles and summaries, subjects, places, money."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
_THEME: Final = KINDS.index(Shared.THEME)
_MUNICIPALITY: Final = KINDS.index(Shared.MUNICIPALITY)
Numbers: TypeAlias = "array[int]"
Features: TypeAlias = tuple[int, ...]
Name: TypeAlias = tuple[int, str]
Types: TypeAlias = Mapping[str, str | None]


class Traits:
    """The words and features of a register's decisions; all of them are numbered, decisions from the newest.

    A word in a decision is twice its number, and one more in a title; a decision that has a word likewise.

    - ``keys``: the key of each word; ``said``: the words of each decision; ``having``: the decisions with each word.
    - ``names``: the place in ``KINDS`` and the id of each feature; ``features``: the features of each decision;
      ``sharing``: how many decisions have each; ``about``: the decisions of each subject, alone and at each place.

    ``keys`` and ``names`` may be given, for words and features that are numbered already.
    """

    def __init__(self, types: Types, keys: Sequence[str] = (), names: Sequence[Name] = ()) -> None:
        self.keys = list(keys)
        self.said: list[Numbers] = []
        self.having = [array("I") for _ in keys]
        self.names = list(names)
        self.features: list[Features] = []
        self.sharing = [0 for _ in names]
        self.about: dict[Features, Numbers] = defaultdict(lambda: array("I"))
        self._types = types
        self._words: dict[str, int | None] = {}
        self._known_keys = {key: number for number, key in enumerate(keys)}
        self._known_names = {name: number for number, name in enumerate(names)}

    def read(self, record: Record) -> None:
        """Add the next decision."""
        current = record.current
        titled = self._words_of(current.title)
        also = self._words_of(current.summary or "") - titled
        said = array("I", sorted([*(word << 1 | 1 for word in titled), *(word << 1 for word in also)]))
        self.add(said, tuple(map(self._feature, self._of(record))))

    def add(self, said: Numbers, features: Features) -> None:
        """Add the next decision, whose words and features are known."""
        number = len(self.said)
        self.said.append(said)
        self.features.append(features)
        for word in said:
            self.having[word >> 1].append(number << 1 | word & 1)
        for feature in features:
            self.sharing[feature] += 1
        for where in self.subjects(features):
            self.about[where].append(number)

    def subjects(self, features: Features) -> Iterator[Features]:
        """Give the subjects of a decision by its features, alone and at each of its places."""
        names = self.names
        themes = [feature for feature in features if names[feature][0] == _THEME]
        for feature in features:
            if names[feature][0] == _MUNICIPALITY:
                yield from ((theme, feature) for theme in themes)
        yield from ((theme,) for theme in themes)

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

    def _feature(self, name: Name) -> int:
        known = self._known_names.setdefault(name, len(self.names))
        if known == len(self.names):
            self.names.append(name)
            self.sharing.append(0)
        return known

    def _of(self, record: Record) -> Iterable[Name]:
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


def types_of(register: Register) -> Types:
    """Give what each organisation is; a unit is what it belongs to."""
    return {id_: _type(register, id_) for id_ in register.lists.organisations}


def _type(register: Register, organisation: str) -> str | None:
    entry = register.lists.organisations[organisation]
    if entry.type:
        return entry.type.value
    return _type(register, entry.unit_of) if entry.unit_of else None


def _municipalities(record: Record) -> tuple[str, ...]:
    location = record.current.location
    if location is None or isinstance(location, Everywhere):
        return ()
    found = location.municipalities or ()
    return found if len(found) <= _PLACES else ()
