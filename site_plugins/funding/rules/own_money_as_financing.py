"""The grant's own money stands among others' financing, so it is counted twice.

PASS:
    grant: {amount: 500 000, sources: anslag-1-1}
    financing: [eruf]
FAIL:
    grant: {amount: 500 000, sources: anslag-1-1}
    financing: [eruf, anslag-1-1]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.funders import known_funders
from funding.judging.rule import Fault, Rule, Whole
from funding.problem import Severity


def check(whole: Whole) -> Iterator[Fault]:
    """Find every financier that is a source of the grant, or the deciding organisation where it is no recipient."""
    for record in whole.register.records.values():
        decision = record.original
        if not decision.financing:
            continue
        own = known_funders(whole, record) - set(record.recipients)
        own |= {entry.source for entry in decision.money.sources or ()}
        for index, entry in enumerate(decision.financing):
            if entry.financier in own:
                yield Fault(("financing", index, "financier"), {"given": entry.financier}, path=record.path)


RULE = Rule("own-money-as-financing", Severity.WARNING, check)
