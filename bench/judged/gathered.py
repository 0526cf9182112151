"""All judged queries."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bench.judged import particulars, unseen, wordings
from bench.judged.facts import Facts
from bench.judged.queries import Judged, real_queries

RULES = (
    wordings.inflected,
    wordings.halved,
    wordings.parts,
    wordings.joined,
    wordings.undotted,
    wordings.misspelt,
    wordings.several,
    wordings.phrases,
    particulars.synonyms,
    particulars.names,
    particulars.numbers,
    particulars.conditions,
    particulars.themes,
    particulars.places,
    real_queries,
)
"""Each gives the queries of one kind; the last those about the real decisions, of every kind."""


def gather(facts: Facts) -> list[Judged]:
    """Give every query that has a right answer, each once: where a rule drew one that a hand wrote, the hand's.

    The search was tuned on these.
    """
    return _gathered(facts, RULES)


def gather_unseen(facts: Facts) -> list[Judged]:
    """Give the queries of a second set in the same way, on which nothing was tuned; none that the first set has."""
    seen = {query.text.lower() for query in gather(facts)}
    return [query for query in _gathered(facts, unseen.RULES) if query.text.lower() not in seen]


def _gathered(facts: Facts, rules: Iterable[Callable[[Facts], Iterable[Judged]]]) -> list[Judged]:
    found = {(query.kind, query.text): query for rule in rules for query in rule(facts) if query.right}
    return list(found.values())
