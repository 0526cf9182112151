"""A later decision is called both returned funds and a recovery.

Returned funds lower the grant, a recovery lowers what is paid; they are never both for the same kronor.

PASS:
    amendments: [{date: 2024-05-02, kind: returned_funds, reason: Pengar blev över., change: -20 000}]
FAIL:
    amendments: [{date: 2024-05-02, kind: [returned_funds, recovery], reason: Pengar blev över., change: -20 000}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.amendments import of_kind
from funding.judging.rule import Fault, Rule
from funding.model.vocabulary import AmendmentKind
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every later decision of both kinds."""
    for where, later in of_kind(record, AmendmentKind.RECOVERY):
        if AmendmentKind.RETURNED_FUNDS in later.amendment.kind:
            yield Fault(where)


RULE = Rule("returned-and-recovered", Severity.ERROR, check)
