"""What came before the decision is dated after it, or the minutes were adjusted before the meeting.

PASS:
    decision: {body: regional-tillvaxtnamnd, date: 2024-03-06, adjusted_date: 2024-03-13}
FAIL:
    decision: {body: regional-tillvaxtnamnd, date: 2024-03-06, adjusted_date: 2024-02-13}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.known import readable
from funding.judging.rule import Fault, Rule
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find prior handling that is surely later than the decision, and an adjustment that is surely earlier."""
    decided = record.decided
    if decided is None:
        return
    for index, prior in enumerate(record.original.decision.prior_handling or ()):
        date = readable(prior.date)
        if date and decided.surely_before(date):
            details = {"date": date.iso, "decided": decided.iso}
            yield Fault(("decision", "prior_handling", index, "date"), details)
    adjusted = readable(record.original.decision.adjusted_date)
    if adjusted and adjusted.surely_before(decided):
        yield Fault(("decision", "adjusted_date"), {"date": adjusted.iso, "decided": decided.iso})


RULE = Rule("handling-out-of-order", Severity.WARNING, check)
