"""A decision is revoked, but no later decision revokes it.

PASS:
    status: revoked
    amendments: [{date: 2024-05-02, kind: revocation, reason: Projektet blev inte av.}]
FAIL:
    status: revoked
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.amendments import revocations
from funding.judging.rule import Fault, Rule
from funding.model.vocabulary import Status
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Tell whether the status is revoked without a revocation that stands."""
    if record.status is Status.REVOKED and not revocations(record):
        yield Fault(("status",))


RULE = Rule("revocation-missing", Severity.ERROR, check)
