"""What a published decision said and says no longer, with nothing said about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from funding.against.amended import guarded_of, paired, stepped
from funding.against.protected import Guarded, guarded
from funding.against.reasons import Reasons
from funding.against.since import Pair


@dataclass(frozen=True, slots=True)
class Lost:
    """A protected value that does not stand any more: ``now`` is what stands in its place, if anything does."""

    then: Guarded
    now: Guarded | None

    @property
    def fields(self) -> tuple[str, ...]:
        """The paths that it may be called by."""
        return (*self.then.fields, *(self.now.fields if self.now else ()))


def lost_in_silence(pair: Pair) -> Iterator[Lost]:
    """Give every protected value of a decision that was changed or removed, and that nothing new explains."""
    then, now = pair.then.original, pair.now.original
    reasons = Reasons.between(then, now)
    found = [*_lost(guarded(then), guarded(now))]
    old, new = then.amendments or (), now.amendments or ()
    for before, after in paired(old, new):
        if not stepped(old[before], new[after]):
            found += _lost(guarded_of(old[before], after), guarded_of(new[after], after))
    return (lost for lost in found if not reasons.explain(lost.fields))


def _lost(then: Iterable[Guarded], now: Iterable[Guarded]) -> Iterator[Lost]:
    standing: dict[tuple[str, ...], list[Guarded]] = defaultdict(list)
    for value in now:
        standing[_kind(value)].append(value)
    left: list[Guarded] = []
    for value in sorted(then, key=lambda one: -len(one.said)):
        keeper = next((one for one in standing[_kind(value)] if one.keeps(value)), None)
        if keeper:
            standing[_kind(value)].remove(keeper)
        else:
            left.append(value)
    for value in sorted(left, key=lambda one: [str(step) for step in one.where]):
        successor = _successor(value, standing[_kind(value)])
        if successor or not value.usual:
            yield Lost(value, successor)


def _kind(value: Guarded) -> tuple[str, ...]:
    """Give what values are held against: those of one key; of a later decision those of one thing that it says."""
    return (value.family, *(value.said if value.family == "amendments" else ()))


def _successor(value: Guarded, standing: Sequence[Guarded]) -> Guarded | None:
    """Find what stands in the place of a value: what has its name, else in a list what has its number."""
    by_name = next((one for one in standing if _names(one) & _names(value)), None)
    return by_name or next((one for one in standing if not one.names or one.where == value.where), None)


def _names(value: Guarded) -> set[str]:
    return {name for name in value.names if not name.isdecimal()}
