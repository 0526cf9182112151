"""A precondition is neither met nor failed a year after the decision, while the project still runs.

Depends on the day, so it is only said.

PASS:
    decision: {body: regional-tillvaxtnamnd, date: 2022-03-06}
    conditions: [{standard: fullt-finansierad, met: 2022-05-02}]
FAIL:
    decision: {body: regional-tillvaxtnamnd, date: 2022-03-06}
    conditions: [fullt-finansierad]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from funding.judging.known import readable
from funding.judging.rule import Fault, Rule, Whole
from funding.model.conditions import Condition
from funding.model.part import stated
from funding.model.vocabulary import Status
from funding.problem import Severity
from funding.register import Record

_LONG: Final = timedelta(days=365)


def check(whole: Whole) -> Iterator[Fault]:
    """Find every such condition of a granted project that has not ended."""
    for record in whole.register.records.values():
        decided = record.decided
        if record.status is not Status.GRANTED or decided is None or whole.today - decided.last <= _LONG:
            continue
        if _has_ended(record, whole.today):
            continue
        originals = record.original.conditions or ()
        for condition in record.current.conditions or ():
            open_ = condition.met is None and condition.failed is None
            if open_ and _is_precondition(whole, condition):
                where = ("conditions", originals.index(condition)) if condition in originals else ("amendments",)
                yield Fault(where, {"decided": decided.iso}, path=record.path)


def _has_ended(record: Record, today: date) -> bool:
    period = stated(record.current.period)
    end = readable(period.end) if period else None
    return end is not None and end.last < today


def _is_precondition(whole: Whole, condition: Condition) -> bool:
    if condition.standard is not None and condition.standard not in whole.register.lists.conditions:
        return False
    return whole.register.worded(condition).precondition


RULE = Rule("condition-long-unmet", Severity.NOTE, check)
