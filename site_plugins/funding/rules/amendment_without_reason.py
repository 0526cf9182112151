"""A later decision gives no reason.

PASS:
    amendments: [{date: 2024-05-02, kind: extension, reason: Bussarna blev försenade.}]
FAIL:
    amendments: [{date: 2024-05-02, kind: extension}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every later decision without a reason."""
    for index, amendment in enumerate(record.original.amendments or ()):
        if amendment.reason is None:
            yield Fault(("amendments", index), at_key=True)


RULE = Rule("amendment-without-reason", Severity.WARNING, check)
