"""A grant is divided among sources or parts, and one of them stands there twice.

A later decision that sets its amount could mean either.

PASS:
    grant: {amount: 300 000, sources: [{source: eruf, amount: 100 000}, {source: anslag-1-1, amount: 200 000}]}
FAIL:
    grant: {amount: 300 000, sources: [{source: eruf, amount: 100 000}, {source: eruf, amount: 200 000}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.repeats import repeated
from funding.judging.rule import Fault, Rule
from funding.judging.steps import steps_that_set
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every source with amounts and every part whose name an earlier one has, after every later decision too."""
    for step in steps_that_set(record, "grant.sources"):
        sources = step.decision.money.sources or ()
        if any(source.amount for source in sources):
            for index, first in repeated((source.source, index) for index, source in enumerate(sources)):
                yield Fault(step.at("grant", "sources", index), {"given": sources[first].source})
    for step in steps_that_set(record, "grant.parts"):
        parts = step.decision.money.parts or ()
        for index, first in repeated((part.name, index) for index, part in enumerate(parts)):
            yield Fault(step.at("grant", "parts", index), {"given": parts[first].name})


RULE = Rule("grant-item-repeated", Severity.ERROR, check)
