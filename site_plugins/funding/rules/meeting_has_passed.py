"""The meeting that was to decide is over, but the decision still stands as undecided. Depends on the day: only said.

PASS:
    status: granted
    decision: {body: regional-tillvaxtnamnd, date: 2024-03-06}
FAIL:
    status: proposed
    decision: {body: regional-tillvaxtnamnd, meeting_date: 2024-03-06}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from funding.judging.rule import Fault, Rule, Whole
from funding.problem import Severity

_PATIENCE: Final = timedelta(days=30)
"""The minutes of a meeting take weeks."""


def check(whole: Whole) -> Iterator[Fault]:
    """Find everything undecided whose meeting is more than thirty days ago."""
    for record in whole.register.records.values():
        meeting = record.meeting
        if record.status.undecided and meeting and whole.today - meeting.last > _PATIENCE:
            details = {"date": meeting.iso, "status": record.status.value}
            yield Fault(("decision", "meeting_date"), details, path=record.path)


RULE = Rule("meeting-has-passed", Severity.NOTE, check)
