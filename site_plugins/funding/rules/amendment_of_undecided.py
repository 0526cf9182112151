"""What was never granted is changed by a later decision.

PASS:
    status: granted
    amendments: [{date: 2024-05-02, kind: extension, reason: Förseningar.}]
FAIL:
    status: proposed
    amendments: [{date: 2024-05-02, kind: extension, reason: Förseningar.}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every granted later decision of what is undecided or was turned down."""
    if not record.status.was_granted:
        for index, amendment in enumerate(record.original.amendments or ()):
            if amendment.granted:
                yield Fault(("amendments", index), {"status": record.status.value}, at_key=True)


RULE = Rule("amendment-of-undecided", Severity.ERROR, check)
