"""Something that has happened is dated after today, so the year is probably wrong. Depends on the day: only said.

PASS:
    decision: {body: regional-tillvaxtnamnd, date: 2024-03-06}
FAIL:
    decision: {body: regional-tillvaxtnamnd, date: 2042-03-06}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.known import readable
from funding.judging.rule import Fault, Rule, Whole
from funding.problem import KeyPath, Severity
from funding.register import Record


def check(whole: Whole) -> Iterator[Fault]:
    """Find every decision, later decision, payment, received report and met condition that is surely to come."""
    for record in whole.register.records.values():
        for where, value in _happened(record):
            date = readable(value)
            if date and date.first > whole.today:
                yield Fault(where, {"date": date.iso}, path=record.path)


def _happened(record: Record) -> Iterator[tuple[KeyPath, object]]:
    decision = record.original
    yield ("decision", "date"), decision.decision.date
    yield ("decision", "adjusted_date"), decision.decision.adjusted_date
    for index, amendment in enumerate(decision.amendments or ()):
        yield ("amendments", index, "date"), amendment.date
    for index, payment in enumerate(decision.payments or ()):
        yield ("payments", index, "date"), payment.date
    for index, report in enumerate(decision.reports or ()):
        yield ("reports", index, "received"), report.received
    for index, condition in enumerate(decision.conditions or ()):
        yield ("conditions", index, "met"), condition.met


RULE = Rule("date-in-future", Severity.NOTE, check)
