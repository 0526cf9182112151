"""A later decision voids one that is not in the file.

PASS:
    amendments:
      - {date: 2022-02-10, kind: increase, reason: Dyrare bussar., change: 289 267}
      - {date: 2022-06-15, kind: [correction, increase], reason: Felräknat., voids: 2022-02-10, change: 439 267}
FAIL:
    amendments: [{date: 2022-06-15, kind: increase, reason: Felräknat., voids: 2022-02-01, change: 439 267}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.known import readable
from funding.judging.rule import Fault, Rule
from funding.model.current import find_amendment
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every id or date that no later decision has."""
    amendments = record.original.amendments or ()
    for index, amendment in enumerate(amendments):
        found = find_amendment(amendments, amendment.voids) if amendment.voids else []
        if amendment.voids and not found:
            yield Fault(("amendments", index, "voids"), {"given": amendment.voids, "known": ", ".join(_names(record))})


def _names(record: Record) -> Iterator[str]:
    for amendment in record.original.amendments or ():
        when = readable(amendment.when)
        yield from (name for name in (amendment.id, when.iso if when else None) if name)


RULE = Rule("voids-unknown", Severity.ERROR, check)
