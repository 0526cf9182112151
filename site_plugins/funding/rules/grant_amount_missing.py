"""What was granted has no amount.

PASS:
    status: granted
    grant: {amount: not_stated}
FAIL:
    status: granted
    grant: {sources: anslag-1-1}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Tell whether a decision that was granted at some time has neither an amount nor parts."""
    grant = record.original.grant
    if record.status.was_granted and (grant is None or (grant.amount is None and not grant.parts)):
        yield Fault(("grant",) if grant else ("status",), at_key=grant is not None)


RULE = Rule("grant-amount-missing", Severity.ERROR, check)
