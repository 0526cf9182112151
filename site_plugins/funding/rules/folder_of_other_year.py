"""A decision lies in the folder of another year than that of its date, or of the meeting that is to decide.

The folder is an address for ever and never data, so it is only said.

PASS:
    decision: {body: regional-tillvaxtnamnd, date: 2024-03-06}  # in decisions/2024/
FAIL:
    decision: {body: regional-tillvaxtnamnd, date: 2023-03-06}  # in decisions/2024/
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Tell whether the years differ."""
    if record.dated and record.dated.year != record.folder_year:
        key = "date" if record.decided else "meeting_date"
        details = {"year": str(record.dated.year), "folder": str(record.folder_year)}
        yield Fault(("decision", key), details)


RULE = Rule("folder-of-other-year", Severity.NOTE, check)
