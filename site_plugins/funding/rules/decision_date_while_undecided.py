"""What is not decided has a date of the decision. The meeting that is to decide is ``meeting_date``.

PASS:
    status: proposed
    decision: {body: regional-tillvaxtnamnd, meeting_date: 2024-03-06}
FAIL:
    status: proposed
    decision: {body: regional-tillvaxtnamnd, date: 2024-03-06}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.model.vocabulary import Status
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Tell whether what is applied for or proposed has a date; a partnership dates what it prioritises."""
    if record.status in {Status.APPLIED, Status.PROPOSED} and record.original.decision.date is not None:
        yield Fault(("decision", "date"), {"status": record.status.value})


RULE = Rule("decision-date-while-undecided", Severity.ERROR, check)
