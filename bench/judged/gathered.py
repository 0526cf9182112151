"""All judged queries."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bench.judged import particulars, second, third, wordings
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


def gather_second(facts: Facts) -> list[Judged]:
    """Give the queries of the second set in the same way; none that the first set has.

    The search was mended after what they told.
    """
    return _new(_gathered(facts, second.RULES), gather(facts))


def gather_third(facts: Facts) -> list[Judged]:
    """Give the queries of the third set in the same way, on which nothing was tuned; none that the others have."""
    return _new(_gathered(facts, third.RULES), [*gather(facts), *gather_second(facts)])


def _new(queries: list[Judged], known: list[Judged]) -> list[Judged]:
    seen = {query.text.lower() for query in known}
    return [query for query in queries if query.text.lower() not in seen]


def _gathered(facts: Facts, rules: Iterable[Callable[[Facts], Iterable[Judged]]]) -> list[Judged]:
    found = {(query.kind, query.text): query for rule in rules for query in rule(facts) if query.right}
    return list(found.values())
