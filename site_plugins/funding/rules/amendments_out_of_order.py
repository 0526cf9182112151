"""A later decision is dated before an earlier one, or before the first decision.

They are applied in the order of the file, so the order must be that of time.

PASS:
    decision: {body: regional-tillvaxtnamnd, date: 2019-12-11}
    amendments: [{date: 2022-02-10, kind: extension, reason: Förseningar.}]
FAIL:
    decision: {body: regional-tillvaxtnamnd, date: 2019-12-11}
    amendments: [{date: 2012-02-10, kind: extension, reason: Förseningar.}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.known import readable
from funding.judging.rule import Fault, Rule
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every later decision that is surely earlier than what stands above it."""
    latest = record.decided
    for index, amendment in enumerate(record.original.amendments or ()):
        when = readable(amendment.when)
        if when is None:
            continue
        if latest and when.surely_before(latest):
            key = "date" if amendment.date else "meeting_date"
            yield Fault(("amendments", index, key), {"date": when.iso, "before": latest.iso})
        elif latest is None or when.first > latest.first:
            latest = when


RULE = Rule("amendments-out-of-order", Severity.ERROR, check)
