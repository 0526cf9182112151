"""Which decisions must be looked at again for others that they are like, because some decisions have changed.

A line depends on the words and features of its own decision, on how rare they are, on which decisions stand near it in
time among those that have them, and on the words and features of those. So a decision that has come, gone or changed
touches those near it in what it has or had, and all that have what is more or less rare by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from funding.pages.likeness.choosing import NEAR, NEAR_IN_SUBJECT, rarity, weight
from funding.pages.likeness.remembered import Remembered
from funding.pages.likeness.traits import Features, Numbers, Traits, near


@dataclass(frozen=True, slots=True)
class _Change:
    """A decision that has come (``by`` is 1) or gone (-1): where it stands or stood among those of now, what it has."""

    number: int
    by: int
    said: Numbers
    features: Features


def touched(traits: Traits, standing: Sequence[int | None], before: Remembered) -> Iterator[int]:
    """Give the numbers of decisions whose lines may be others than they were; some more than once.

    ``standing`` is the place in ``before`` of each decision that is the same as it was. That one hangs together with
    another from now on, or no longer, touches nothing else: one of the two has changed, and is near the other if it was
    or would be chosen.
    """
    changes = list(_changes(traits, standing, before))
    yield from (number for number, place in enumerate(standing) if place is None)
    yield from _near(traits, changes)
    yield from _of_other_rarity(traits, changes, len(before.ids))
    yield from _of_other_weight(traits, changes, len(before.ids))


def _changes(traits: Traits, standing: Sequence[int | None], before: Remembered) -> Iterator[_Change]:
    """Give what has come and gone; what is the same stands in the same order as before, by its own date."""
    numbers: dict[int, int] = {}
    for number, place in enumerate(standing):
        if place is None:
            yield _Change(number, 1, traits.said[number], traits.features[number])
        else:
            numbers[place] = number
    following = 0
    for place in range(len(before.ids)):
        if place in numbers:
            following = numbers[place] + 1
        else:
            yield _Change(following, -1, before.said[place], before.features[place])


def _near(traits: Traits, changes: Sequence[_Change]) -> Iterator[int]:
    """Give the decisions that have, had or miss a change among those near them.

    A decision has up to twice as many neighbours on one side where there are none on the other; and as many as have
    come or gone may stand between it and a change.
    """
    for change in changes:
        for word in change.said:
            having = traits.having[word >> 1]
            yield from (other >> 1 for other in near(having, change.number << 1, 2 * NEAR + len(changes) + 1))
        for subject in traits.subjects(change.features):
            about = traits.about.get(subject)
            if about:
                yield from near(about, change.number, 2 * NEAR_IN_SUBJECT + len(changes) + 1)


def _of_other_rarity(traits: Traits, changes: Sequence[_Change], count: int) -> Iterator[int]:
    """Give the decisions with a word that says more or less than it did among the ``count`` decisions of before."""
    now = [len(having) for having in traits.having]
    then = now.copy()
    for change in changes:
        for word in change.said:
            then[word >> 1] -= change.by
    for having, many, few in zip(traits.having, now, then, strict=True):
        if rarity(len(traits.said), many) != rarity(count, few):
            yield from (other >> 1 for other in having)


def _of_other_weight(traits: Traits, changes: Sequence[_Change], count: int) -> Iterator[int]:
    """Give the decisions with a feature that says more or less than it did."""
    then = traits.sharing.copy()
    for change in changes:
        for feature in change.features:
            then[feature] -= change.by
    others = {
        feature
        for feature, (kind, _) in enumerate(traits.names)
        if weight(len(traits.said), traits.sharing[feature], kind) != weight(count, then[feature], kind)
    }
    if others:
        yield from (number for number, own in enumerate(traits.features) if not others.isdisjoint(own))
