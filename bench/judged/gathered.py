"""All judged queries."""

from __future__ import annotations

from bench.judged import particulars, wordings
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
    """Give every query that has a right answer, each once: where a rule drew one that a hand wrote, the hand's."""
    found = {(query.kind, query.text): query for rule in RULES for query in rule(facts) if query.right}
    return list(found.values())
