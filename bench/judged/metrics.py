"""How well a search engine answers judged queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from bench.judged.queries import Judged

FIRST: Final = 10


@dataclass(frozen=True, slots=True)
class Quality:
    """Of some queries: the mean recall among the first ten, and the mean reciprocal rank of the first right one.

    Where more than ten are right, ten of them among the first ten are all that there is room for.
    """

    queries: int
    recall: float
    mrr: float


def quality(queries: Iterable[tuple[Judged, Sequence[str]]]) -> dict[str, Quality]:
    """Give the quality of answers (ids, best first) for each kind, and for ``all``."""
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for query, ids in queries:
        scores = recall(query, ids), reciprocal_rank(query, ids)
        for kind in (query.kind, "all"):
            found[kind].append(scores)
    return {kind: Quality(len(rows), *map(fmean, zip(*rows, strict=True))) for kind, rows in sorted(found.items())}


def recall(query: Judged, ids: Sequence[str]) -> float:
    """Give how much of what is right stands among the first ten."""
    return len(query.right.intersection(ids[:FIRST])) / min(FIRST, len(query.right))


def reciprocal_rank(query: Judged, ids: Sequence[str]) -> float:
    """Give one by the rank of the first right one; none where it is not among the first ten."""
    return next((1 / rank for rank, id_ in enumerate(ids[:FIRST], 1) if id_ in query.right), 0.0)
