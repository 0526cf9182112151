"""The file of a published decision is gone; its address must go on saying what became of it.

PASS:
    publication: {removed: {date: 2024-05-02, reason: Samma beslut fanns två gånger.}}
FAIL:
    # decisions/2024/rus-genomforande.yml was deleted
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.against.since import Since
from funding.judging.rule import Fault, Rule
from funding.problem import Severity


def check(since: Since) -> Iterator[Fault]:
    """Find every published decision that no file of today is, leads from or is like."""
    for entry in since.published:
        if since.id_now(entry.id) is None and entry.path not in since.likeness.moved:
            yield Fault(details={"id": entry.id}, path=entry.path)


RULE = Rule("decision-vanished", Severity.ERROR, check)
