"""What was decided has no date of the decision.

PASS:
    status: granted
    decision: {body: regional-tillvaxtnamnd, date: not_stated}
FAIL:
    status: granted
    decision: {body: regional-tillvaxtnamnd}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.model.vocabulary import Status
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Tell whether a granted, completed, cancelled, revoked or rejected decision lacks its date."""
    decided = record.status.was_granted or record.status is Status.REJECTED
    if decided and record.original.decision.date is None:
        yield Fault(("decision",), {"status": record.status.value}, at_key=True)


RULE = Rule("decision-date-missing", Severity.ERROR, check)
