"""A published decision was moved or renamed, and its old address leads nowhere.

PASS:
    publication: {redirect_from: 2024/gammalt-namn}
FAIL:
    # decisions/2024/gammalt-namn.yml is decisions/2024/nytt-namn.yml now
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.against.since import Since
from funding.judging.rule import Fault, Rule
from funding.problem import Severity


def check(since: Since) -> Iterator[Fault]:
    """Find every published decision that is gone, with a new file that is like it."""
    for entry in since.published:
        if since.id_now(entry.id) is None and entry.path in since.likeness.moved:
            yield Fault(details={"id": entry.id}, path=since.likeness.moved[entry.path])


RULE = Rule("moved-without-redirect", Severity.ERROR, check)
