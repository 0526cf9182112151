"""Chooses the decisions that are most like one.

Each decision asks with a few of its rarest words, and each word answers with a few decisions near in time; what they
have in common beside words decides among these. So what one decision costs does not grow with their number, and the
same register gives the same answers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from funding.pages.likeness.traits import KINDS, Shared, Traits, near

MOST: Final = 5
"""The most decisions that are named beside one."""
MOST_WORDS: Final = 2
"""The most words that are named as what two have in common."""
NEAR: Final = 6
"""A word answers with at most so many decisions on each side in time."""
NEAR_IN_SUBJECT: Final = 2
"""A subject answers with at most so many on each side."""
_OF_ONE_RECIPIENT: Final = 2
"""At most so many share a recipient with the one: the recipient's own page has them all."""
_ASKED: Final = 6
"""How many of its words a decision asks with; each has one of the lowest bits of the points."""
_ALL_ASKED: Final = (1 << _ASKED) - 1
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


class Chooser:
    """Chooses by the traits of all decisions; ``told_elsewhere`` are those that are never named beside each.

    A line holds the numbers of the decisions that are chosen, with commas, and after a space for each of them the bits
    of what is shared and the keys of shared words, with commas too.
    """

    def __init__(self, traits: Traits, told_elsewhere: Mapping[int, Sequence[int]]) -> None:
        self._traits = traits
        self._told_elsewhere = told_elsewhere
        count = len(traits.said)
        self._rarity = [rarity(count, len(having)) for having in traits.having]
        self._weights = [
            weight(count, sharing, kind) for sharing, (kind, _) in zip(traits.sharing, traits.names, strict=True)
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
        chosen = list(self._chosen(asked, sorted(weighed)))
        return " ".join([",".join(other for other, _ in chosen), *(why for _, why in chosen)])

    def _chosen(
        self, asked: Sequence[int], weighed: Iterable[tuple[int, int, list[int], int]]
    ) -> Iterator[tuple[str, str]]:
        left, of_recipient = MOST, _OF_ONE_RECIPIENT
        for _, other, shared, found in weighed:
            if shared[0] and not of_recipient:
                continue
            of_recipient -= bool(shared[0])
            kinds = sum(1 << place for place, says in enumerate(shared) if says)
            words = [word >> 1 for place, word in enumerate(asked) if found >> place & 1][:MOST_WORDS]
            yield str(other), ",".join([str(kinds), *(self._traits.keys[word] for word in words)])
            left -= 1
            if not left:
                return

    def _asked(self, number: int) -> list[int]:
        """Give the words of a decision that say most; of those that say as much the last in the alphabet."""
        rare, keys = self._rarity, self._traits.keys
        said = [
            (rare[word >> 1] * (_TITLE if word & 1 else 1), keys[word >> 1], word)
            for word in self._traits.said[number]
            if rare[word >> 1]
        ]
        said.sort(reverse=True)
        return [word for _, _, word in said[:_ASKED]]

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
            for answer in near(self._traits.having[word >> 1], number << 1, NEAR):
                points[answer >> 1] += in_title if answer & 1 else in_summary
        return points

    def _beside(self, number: int) -> Iterator[int]:
        """Give the decisions near in time about the same subject, at the same place and anywhere."""
        for where in self._traits.subjects(self._traits.features[number]):
            yield from near(self._traits.about[where], number, NEAR_IN_SUBJECT)

    def _shared(self, own: frozenset[int], other: int) -> list[int]:
        """Tell for each kind of feature how much it says that a decision shares one of its own with another."""
        names, weights = self._traits.names, self._weights
        found = [0] * len(KINDS)
        for feature in self._traits.features[other]:
            if feature in own:
                kind = names[feature][0]
                found[kind] = max(found[kind], weights[feature])
        return found


def rarity(records: int, having: int) -> int:
    """Tell how much it says that two of some decisions share what so many have.

    Nothing where none else has it, or where most do.
    """
    return (records // having).bit_length() if having > 1 and records // having >= _RARE else 0


def weight(records: int, sharing: int, kind: int) -> int:
    """Tell how much it says that two of some decisions share a feature of a kind (its place in ``KINDS``)."""
    return (records // sharing).bit_length() * _WEIGHTS[KINDS[kind]] if sharing else 0
