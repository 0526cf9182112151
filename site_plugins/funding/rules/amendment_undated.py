"""A later decision that was granted has no date.

PASS:
    amendments: [{date: 2024-05-02, kind: extension, reason: Förseningar.}]
FAIL:
    amendments: [{kind: extension, reason: Förseningar.}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every such later decision."""
    for index, amendment in enumerate(record.original.amendments or ()):
        if amendment.granted and amendment.date is None:
            yield Fault(("amendments", index), at_key=True)


RULE = Rule("amendment-undated", Severity.WARNING, check)
