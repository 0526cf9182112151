"""Two decisions have the same recipient, title and period, so one of them is probably there twice.

PASS:
    title: Hållbart resande, etapp 2
FAIL:
    title: Hållbart resande  # decisions/2015/hallbart-resande.yml has the same recipient and period
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from funding.judging.relatives import relatives_of
from funding.judging.repeats import repeated_among_many
from funding.judging.rule import Fault, Rule, Whole
from funding.model.part import stated
from funding.problem import Severity
from funding.register import Record


def check(whole: Whole) -> Iterator[Fault]:
    """Find every decision that repeats an earlier one; those that point at each other are known to be two."""
    for record, first in repeated_among_many(whole.register.records.values(), _title, _key):
        tied = {id_ for one in (record, first) for _, id_ in relatives_of(one)}
        if record.id not in tied and first.id not in tied:
            yield Fault(("title",), {"other": first.path}, path=record.path)


def _title(record: Record) -> str:
    return record.original.title.casefold()


def _key(record: Record) -> Hashable:
    if not record.recipients:
        return None
    period = stated(record.original.period)
    return (
        frozenset(stated(record.original.recipient) or ()),
        _title(record),
        (period.start, period.end, period.months) if period else None,
    )


RULE = Rule("duplicate-decision", Severity.WARNING, check)
