"""Which decisions are most like each other.

Each decision asks with a few of its rarest words, and each word answers with a few decisions near in time; what they
have in common beside words decides among these. So what one decision costs does not grow with their number, and the
same register gives the same answers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from funding.pages.backwards import relatives
from funding.pages.decision.traits import KINDS, Shared, Traits, near
from funding.register import Record, Register
from funding.workers import batches_of, spread

MOST: Final = 5
"""The most decisions that are named beside one."""
MOST_WORDS: Final = 2
"""The most words that are named as what two have in common."""
_OF_ONE_RECIPIENT: Final = 2
"""At most so many share a recipient with the one: the recipient's own page has them all."""
_ASKED: Final = 6
_ALL_ASKED: Final = (1 << _ASKED) - 1
_NEAR: Final = 6
"""A word answers with at most so many decisions on each side in time."""
_NEAR_IN_SUBJECT: Final = 2
_WEIGHED: Final = 8
"""How many of those with most words in common are looked at closely."""
_RARE: Final = 4
"""A word says something if at most one decision in so many has it."""
_TITLE: Final = 3
"""How much more a word of a title says than a word of a summary."""
_WEIGHTS: Final = {
    Shared.RECIPIENT: 2,
    Shared.THEME: 3,
    Shared.MUNICIPALITY: 3,
    Shared.SOURCE: 2,
    Shared.RECIPIENT_TYPE: 1,
}
_BATCH: Final = 1000


@dataclass(frozen=True, slots=True)
class Likeness:
    """A decision that is like another: what they share, and the keys of rare words that stand in both."""

    record: Record
    shared: tuple[Shared, ...]
    keys: tuple[str, ...]


class Similar:
    """Gives for each decision of a register the others that are most like it."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._kept: dict[str, str] = {}

    def work_out(self) -> None:
        """Work out what is like what for all decisions at once, on all cores, and keep nothing else.

        Kept is a line for each decision, about a hundred letters; nothing that the lines are made from.
        """
        records = self._register.by_date
        batches = batches_of(range(len(records)), _BATCH)
        chooser = _Chooser(self._register)
        lines = (line for batch in spread(chooser.lines, batches) for line in batch)
        self._kept = {record.id: line for record, line in zip(records, lines, strict=True)}

    def to(self, record: Record) -> tuple[Likeness, ...]:
        """Give the decisions that are most like one, the most like it first, without those it hangs together with."""
        line = self._kept.get(record.id)
        return tuple(self._read(self._chooser.line(self._numbers[record.id]) if line is None else line))

    @cached_property
    def _chooser(self) -> _Chooser:
        return _Chooser(self._register)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {record.id: number for number, record in enumerate(self._register.by_date)}

    def _read(self, line: str) -> Iterator[Likeness]:
        for one in line.split():
            number, kinds, *keys = one.split(",")
            shared = tuple(kind for place, kind in enumerate(KINDS) if int(kinds) >> place & 1)
            yield Likeness(self._register.by_date[int(number)], shared, tuple(keys))


class _Chooser:
    """Chooses by the traits of all decisions.

    A line holds for each decision that is chosen its number, the bits of what is shared, and the keys, with commas.
    """

    def __init__(self, register: Register) -> None:
        self._traits = traits = Traits(register)
        self._told_elsewhere = _relatives(register)
        count = len(traits.said)
        self._rarity = [_rarity(count, len(having)) for having in traits.having]
        self._weights = [
            (count // sharing).bit_length() * _WEIGHTS[KINDS[kind]]
            for sharing, kind in zip(traits.sharing, traits.kinds, strict=True)
        ]

    def lines(self, numbers: Sequence[int]) -> list[str]:
        """Choose for some decisions."""
        return [self.line(number) for number in numbers]

    def line(self, number: int) -> str:
        """Choose for one decision."""
        asked = self._asked(number)
        points = self._by_words(number, asked)
        told = {number, *self._told_elsewhere.get(number, ())}
        for other in told:
            points.pop(other, None)
        close = sorted(points, key=points.__getitem__, reverse=True)[:_WEIGHED]
        told.update(close)
        candidates = [*close, *dict.fromkeys(other for other in self._beside(number) if other not in told)]
        own = frozenset(self._traits.features[number])
        weighed = []
        for other in candidates:
            found, shared = points.get(other, 0), self._shared(own, other)
            if sum(map(bool, shared)) + (found & _ALL_ASKED).bit_count() > 1:
                weighed.append((-(found >> _ASKED) - sum(shared), other, shared, found))
        return " ".join(self._chosen(asked, sorted(weighed)))

    def _chosen(self, asked: Sequence[int], weighed: Iterable[tuple[int, int, list[int], int]]) -> Iterator[str]:
        left, of_recipient = MOST, _OF_ONE_RECIPIENT
        for _, other, shared, found in weighed:
            if shared[0] and not of_recipient:
                continue
            of_recipient -= bool(shared[0])
            kinds = sum(1 << place for place, says in enumerate(shared) if says)
            words = [word >> 1 for place, word in enumerate(asked) if found >> place & 1][:MOST_WORDS]
            yield ",".join([str(other), str(kinds), *(self._traits.keys[word] for word in words)])
            left -= 1
            if not left:
                return

    def _asked(self, number: int) -> list[int]:
        """Give the words of a decision that say most."""
        rarity = self._rarity
        said = [
            (rarity[word >> 1] * (_TITLE if word & 1 else 1), word)
            for word in self._traits.said[number]
            if rarity[word >> 1]
        ]
        said.sort(reverse=True)
        return [word for _, word in said[:_ASKED]]

    def _by_words(self, number: int, asked: Sequence[int]) -> dict[int, int]:
        """Add up what the words say of each decision that has them.

        The lowest bits tell which of the words it has, of those that stand in a title, its own or the other's.
        """
        points: dict[int, int] = defaultdict(int)
        for place, word in enumerate(asked):
            own_title = word & 1
            says = self._rarity[word >> 1] * (_TITLE if own_title else 1)
            in_summary = says << _ASKED | own_title << place
            in_title = says * _TITLE << _ASKED | 1 << place
            for answer in near(self._traits.having[word >> 1], number << 1, _NEAR):
                points[answer >> 1] += in_title if answer & 1 else in_summary
        return points

    def _beside(self, number: int) -> Iterator[int]:
        """Give the decisions near in time about the same subject, at the same place and anywhere."""
        for where in self._traits.subjects(self._traits.features[number]):
            yield from near(self._traits.about[where], number, _NEAR_IN_SUBJECT)

    def _shared(self, own: frozenset[int], other: int) -> list[int]:
        """Tell for each kind of feature how much it says that a decision shares one of its own with another."""
        kinds, weights = self._traits.kinds, self._weights
        found = [0] * len(KINDS)
        for feature in self._traits.features[other]:
            if feature in own:
                kind = kinds[feature]
                found[kind] = max(found[kind], weights[feature])
        return found


def _relatives(register: Register) -> dict[int, list[int]]:
    """Give by their numbers the decisions that hang together with others, and which.

    It is looked up before there are workers: one that did so would make the whole register its own.
    """
    numbers = {record.id: number for number, record in enumerate(register.by_date)}
    found = {number: relatives(register, record) for number, record in enumerate(register.by_date)}
    return {number: [numbers[other.id] for other in others] for number, others in found.items() if others}


def _rarity(records: int, having: int) -> int:
    """Tell how much it says that two decisions share what so many have: nothing if none else has it, or most do."""
    share = records // having
    return share.bit_length() if having > 1 and share >= _RARE else 0
