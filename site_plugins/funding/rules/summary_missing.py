"""A decision has no summary in plain words (språklagen 2009:600, 11 §).

PASS:
    summary: Projektet bygger upp ett gemensamt arbetssätt.
FAIL:
    title: RUS-genomförande 2024-2025
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Tell whether there is none."""
    if record.original.summary is None:
        yield Fault(("title",), at_key=True)


RULE = Rule("summary-missing", Severity.NOTE, check)
