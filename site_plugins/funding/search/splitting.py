"""How the words of a site are split; of words that were split before, only those that a new one may split."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from funding.cache import Cache, Row
from funding.search.compounds import Compounds, keys_of
from funding.swedish import key, plain
from funding.workers import batches_of, spread

SPLIT: Final = "split"
"""The entry of the cache that holds how the words of a site were split."""
_BATCH: Final = 4_000
"""How many words a worker splits before it takes more."""
_MOST_TURNED: Final = 100
"""Where more words than these have come or gone all are split anew."""


@dataclass(frozen=True, slots=True)
class Split(Row):
    """What words are by themselves and among each other, whatever decisions they stand in.

    ``keys`` tells the key of each word, ``halves`` those of each compound as they are written in it, and ``alone`` how
    each of these is written by itself.
    """

    keys: dict[str, str]
    halves: dict[str, tuple[str, ...]]
    alone: dict[str, str]


_NOTHING: Final = Split({}, {}, {})


def split_words(words: Sequence[str], cache: Cache | None) -> Split:
    """Split some words by each other; ``cache`` holds what was split before."""
    known = cache.load(SPLIT) if cache else None
    before = known if isinstance(known, Split) else _NOTHING
    split = split_again(words, before)
    if cache and split is not before:
        cache.save(SPLIT, split)
    return split


def split_again(words: Sequence[str], before: Split) -> Split:
    """Split some words by each other, where others were split before."""
    turned = before.keys.keys() ^ set(words)
    if not turned:
        return before
    if len(turned) > _MOST_TURNED:
        before, touched = _NOTHING, list(words)
    else:
        touched = list(_touched(words, {key(word) for word in turned}))
    keys = {word: common for word, common in before.keys.items() if word not in turned}
    new = [word for word in words if word not in keys]
    for found in spread(lambda batch: list(keys_of(batch)), batches_of(new, _BATCH)):
        keys.update(found)
    compounds = Compounds(keys)
    again = {*touched, *turned}
    halves = {word: both for word, both in before.halves.items() if word not in again}
    alone = {half: before.alone[half] for both in halves.values() for half in both}
    for split in spread(
        lambda batch: [(word, both) for word in batch if (both := compounds.halves(word))],
        batches_of(touched, _BATCH),
    ):
        halves.update(split)
        alone.update((half, compounds.alone(half)) for _, both in split for half in both)
    return Split(keys, halves, alone)


def _touched(words: Sequence[str], keys: Collection[str]) -> Iterator[str]:
    """Give the words that may be split otherwise when words with some keys have come or gone.

    A half that is looked for begins with its key, so such a key stands in the word.
    """
    for word, bare in zip(words, plain("\n".join(words)).splitlines(), strict=True):
        if any(one in bare for one in keys):
            yield word
