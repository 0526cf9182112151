"""A published decision would be hidden again: it is a draft or under an embargo.

PASS:
    publication: {removed: {date: 2024-05-02, reason: Beslutet upphävdes av domstol.}}
FAIL:
    status: draft  # the decision was published
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.against.since import Since
from funding.judging.rule import Fault, Rule
from funding.problem import KeyPath, Severity


def check(since: Since) -> Iterator[Fault]:
    """Find every published decision whose page would be gone though its file is there."""
    for entry in since.published:
        id_ = since.id_now(entry.id)
        record = since.record_now(entry.id)
        where: KeyPath | None = None
        if id_ in since.now.reading.drafts:
            where = ("status",)
        elif record and record.hidden_on(since.today):
            where = ("publication", "from")
        if where and id_:
            yield Fault(where, path=since.now.path_of(id_))


RULE = Rule("decision-hidden", Severity.ERROR, check)
