"""What all runs of decisions give, set aside: each step of an index takes from it what it needs, and no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from funding.cache import unpacked
from funding.search.analysis import Run
from funding.search.cached import CACHED_MODULES
from funding.search.facts import Facts
from funding.search.packs import Pack
from funding.workers import Strip


class Drawers:
    """The packs of words of runs, by run and drawer."""

    def __init__(self) -> None:
        self._strip = Strip()
        self._runs: list[dict[str, range]] = []

    def __len__(self) -> int:
        return len(self._runs)

    def add(self, packs: Mapping[str, Pack]) -> None:
        """Set the packs of a run aside, after those of all runs before it."""
        places: dict[str, range] = {}
        for letter, one in packs.items():
            start = len(self._strip)
            self._strip.add((one.words, one.numbers, one.postings, one.places))
            places[letter] = range(start, len(self._strip))
        self._runs.append(places)

    @property
    def letters(self) -> set[str]:
        """The drawers that any run has."""
        return {letter for places in self._runs for letter in places}

    def of_run(self, number: int) -> Iterator[Pack]:
        """Give the packs of a run."""
        return (Pack(*self._strip.pieces(place)) for place in self._runs[number].values())

    def of_letter(self, letter: str) -> Iterator[tuple[int, Pack]]:
        """Give the packs of a drawer, each with the number of its run."""
        for number, places in enumerate(self._runs):
            if letter in places:
                yield number, Pack(*self._strip.pieces(places[letter]))


class Runs:
    """Runs of decisions, in their order.

    ``grounds`` are the digests of what each is made from, ``begin`` the numbers of their first decisions. ``counts``
    tells how many decisions have each word. ``entries`` are those of the cache that hold what was made of the runs.
    """

    def __init__(self) -> None:
        self.grounds: list[str] = []
        self.entries: set[str] = set()
        self.begin: list[int] = []
        self.counts: dict[str, int] = {}
        self.words = Drawers()
        self.rows = Strip()
        self.table = Strip()
        self._facts = Strip()
        self._names = Strip()
        self._titles = Strip()

    def add(self, ground: str, run: Run) -> None:
        """Set a run aside, after all before it."""
        self.grounds.append(ground)
        self.entries.add(ground)
        self.begin.append(len(self.rows))
        self.words.add(run.words)
        self.rows.add(run.rows)
        self.table.add(run.table)
        self._facts.add([run.facts])
        self._names.add([run.names])
        self._titles.add([run.titles])
        counts = self.counts
        for one in run.words.values():
            for word, count in one.counts():
                counts[word] = counts.get(word, 0) + count

    def facts(self) -> Iterator[Facts]:
        """Give the facts of each decision."""
        return _listed(self._facts)

    def names(self) -> Iterator[tuple[tuple[str, bool], ...]]:
        """Give the names of each decision, and whether each is its own."""
        return _listed(self._names)

    def titles(self) -> Iterator[Any]:
        """Give the key that sorts the title of each decision."""
        return _listed(self._titles)


def _listed(strip: Strip) -> Iterator[Any]:
    for number in range(len(strip)):
        listed = unpacked(strip.piece(number), CACHED_MODULES)
        if not isinstance(listed, list):
            raise TypeError(f"run {number} holds {type(listed).__name__} in place of a list")
        yield from listed
