"""A report or claim is due and has not come. Depends on the day, so it is only said.

PASS:
    reports: [{kind: final, due: 2024-01-31, received: 2024-01-29}]
FAIL:
    reports: [{kind: final, due: 2024-01-31}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.known import readable
from funding.judging.rule import Fault, Rule, Whole
from funding.judging.steps import steps_that_set, typed_at
from funding.problem import Severity


def check(whole: Whole) -> Iterator[Fault]:
    """Find every report of a granted project, as it stands today, whose last day has passed."""
    for record in whole.register.records.values():
        if not record.status.counts:
            continue
        for index, report in enumerate(record.current.reports or ()):
            due = readable(report.due)
            if due and report.received is None and due.last < whole.today:
                *_, step = steps_that_set(record, "reports")
                where = typed_at(record, step, f"reports.{index}.due", "reports")
                yield Fault(where, {"due": due.iso}, path=record.path)


RULE = Rule("report-overdue", Severity.NOTE, check)
