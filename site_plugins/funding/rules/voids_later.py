"""A later decision voids itself or one that comes after it, which would make a circle.

PASS:
    amendments:
      - {date: 2022-02-10, kind: increase, reason: Dyrare bussar., change: 289 267}
      - {date: 2022-06-15, kind: [correction, increase], reason: Felräknat., voids: 2022-02-10, change: 439 267}
FAIL:
    amendments: [{date: 2022-06-15, kind: correction, reason: Felräknat., voids: 2022-06-15}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.model.current import find_amendment
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every one that does not stand above."""
    amendments = record.original.amendments or ()
    for index, amendment in enumerate(amendments):
        found = find_amendment(amendments, amendment.voids) if amendment.voids else []
        if amendment.voids and any(target >= index for target in found):
            yield Fault(("amendments", index, "voids"), {"given": amendment.voids})


RULE = Rule("voids-later", Severity.ERROR, check)
