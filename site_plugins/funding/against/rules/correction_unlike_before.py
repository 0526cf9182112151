"""A new correction says that something else stood there than what was published.

PASS:
    corrections: [{date: 2024-05-02, field: grant.amount, was: 2 544 984, reason: Omkastade siffror.}]
FAIL:
    corrections: [{date: 2024-05-02, field: grant.amount, was: 2 454 984, reason: Omkastade siffror.}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.against.protected import guarded
from funding.against.reasons import new_corrections
from funding.against.since import Pair
from funding.judging.rule import Fault, Rule
from funding.problem import Severity


def check(pair: Pair) -> Iterator[Fault]:
    """Find every new correction of a single value whose ``was`` is not what was published."""
    published = {value.fields[0]: value.text for value in guarded(pair.then.original) if not value.names}
    entries = list(pair.now.original.corrections or ())
    for entry in new_corrections(pair.then.original, pair.now.original):
        was = published.get(entry.field)
        if was is not None and _bare(was) != _bare(entry.was):
            yield Fault(("corrections", entries.index(entry), "was"), {"given": entry.was, "was": was})


def _bare(text: str) -> str:
    """Give a text without what may be spelt in two ways: spaces, and the name of the currency."""
    return "".join(text.casefold().removesuffix("kr").split())


RULE = Rule("correction-unlike-before", Severity.NOTE, check)
