"""A later decision revokes a decision whose status is not revoked.

PASS:
    status: revoked
    amendments: [{date: 2024-05-02, kind: revocation, reason: Projektet blev inte av.}]
FAIL:
    status: granted
    amendments: [{date: 2024-05-02, kind: revocation, reason: Projektet blev inte av.}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.amendments import revocations
from funding.judging.rule import Fault, Rule
from funding.model.vocabulary import Status
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every revocation that stands while the status says otherwise."""
    if record.status is not Status.REVOKED:
        for index in revocations(record):
            yield Fault(("amendments", index, "kind"), {"status": record.status.value})


RULE = Rule("revocation-without-status", Severity.ERROR, check)
