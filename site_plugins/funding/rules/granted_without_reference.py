"""A granted decision has no diary number, so nobody can ask for the paper.

PASS:
    status: granted
    references: 24RS1234
FAIL:
    status: granted
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Tell whether a decision that was granted at some time lacks references; ``not_stated`` is an answer."""
    if record.status.was_granted and record.original.references is None:
        yield Fault(("status",))


RULE = Rule("granted-without-reference", Severity.WARNING, check)
