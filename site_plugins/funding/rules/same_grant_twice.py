"""Two decisions give the same recipient the same amount on the same day, so one of them is probably there twice.

What has the same title and period too is ``duplicate-decision``.

PASS:
    title: Cykelvägar i Söderby
    related: 2026/cykelvagar-i-norrby
FAIL:
    title: Cykelvägar i Söderby  # 2026/cykelvagar-i-norrby has the same recipient, amount and date
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from funding.judging.known import exact_grant
from funding.judging.relatives import relatives_of
from funding.judging.repeats import repeated_among_many
from funding.judging.rule import Fault, Rule, Whole
from funding.model.part import stated
from funding.problem import Severity
from funding.register import Record


def check(whole: Whole) -> Iterator[Fault]:
    """Find every granted decision that repeats an earlier one; those that point at each other are known to be two."""
    for record, first in repeated_among_many(whole.register.records.values(), _day_and_one_recipient, _key):
        tied = {id_ for one in (record, first) for _, id_ in relatives_of(one)}
        if record.id not in tied and first.id not in tied and not _same_project(record, first):
            yield Fault(("grant", "amount"), {"other": first.path}, path=record.path)


def _day_and_one_recipient(record: Record) -> Hashable:
    recipients = stated(record.original.recipient)
    return record.decided and record.decided.first, recipients and min(recipients)


def _key(record: Record) -> Hashable:
    """Give what two such decisions share; nothing where it is not known to the day and the krona."""
    decided, amount = record.decided, exact_grant(record.original)
    recipients = stated(record.original.recipient)
    if not (record.status.counts and decided and amount and recipients) or decided.first != decided.last:
        return None
    return frozenset(recipients), amount, record.original.money.currency, decided.first


def _same_project(record: Record, first: Record) -> bool:
    return record.original.title.casefold() == first.original.title.casefold()


RULE = Rule("same-grant-twice", Severity.WARNING, check)
