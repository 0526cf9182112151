"""A summary only repeats the title.

PASS:
    title: Hållbart resande
    summary: Kommunerna prövar lånecyklar vid länets stationer.
FAIL:
    title: Hållbart resande
    summary: Hållbart resande.
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Tell whether the two say the same, whatever their capitals and final stop."""
    summary = record.original.summary
    if summary and _bare(summary) == _bare(record.original.title):
        yield Fault(("summary",))


def _bare(text: str) -> str:
    return text.strip().rstrip(".").casefold()


RULE = Rule("summary-repeats-title", Severity.WARNING, check, about="summary")
