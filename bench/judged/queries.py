"""A query with the decisions that are right, and where all of them come from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from bench.corpus import SEED
from bench.judged.facts import Facts, Ids

_FOLDER: Final = Path(__file__).parent

RIGHT, FAIR = 2, 1


@dataclass(frozen=True)
class Judged:
    """A query, its kind, and the decisions with grades by id: 2 is what was asked for, 1 has to do with it."""

    kind: str
    text: str
    grades: dict[str, int]

    @property
    def right(self) -> Ids:
        """What was asked for."""
        return frozenset(id_ for id_, grade in self.grades.items() if grade == RIGHT)


def judged(kind: str, text: str, right: Ids, fair: Ids = frozenset()) -> Judged:
    """Make a query of ids; what is right is not fair too."""
    return Judged(kind, text, {**dict.fromkeys(sorted(fair), FAIR), **dict.fromkeys(sorted(right), RIGHT)})


def chance_of(kind: str) -> Random:
    """Give the chance that draws the queries of a kind, the same each time."""
    return Random(f"{SEED}/judged/{kind}")  # noqa: S311 - drawn queries, no secret


def real_queries(facts: Facts, name: str = "real.txt") -> Iterator[Judged]:
    """Give the queries of a file about real decisions: kind, query, ids with ``?`` before those that are only fair."""
    slugs = {id_.partition("/")[2]: id_ for id_ in facts.records}
    for line in (_FOLDER / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, text, named = (part.strip() for part in line.split("|"))
            grades = {slugs[slug.removeprefix("?")]: FAIR if slug.startswith("?") else RIGHT for slug in named.split()}
            yield Judged(kind, text, grades)
