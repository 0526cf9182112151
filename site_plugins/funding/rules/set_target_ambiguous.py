"""A later decision sets something of a condition or part by a name that several have.

PASS:
    conditions:
      - {id: delrapport, type: reporting, text: Delrapport lämnas.}
      - {id: slutrapport, type: reporting, text: Slutrapport lämnas.}
    amendments: [{date: 2024-05-02, kind: condition_met, reason: Klart., set: {conditions.delrapport.met: 2024-05-02}}]
FAIL:
    conditions:
      - {type: reporting, text: Delrapport lämnas.}
      - {type: reporting, text: Slutrapport lämnas.}
    amendments: [{date: 2024-05-02, kind: condition_met, reason: Klart., set: {conditions.reporting.met: 2024-05-02}}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.judging.set_targets import targets
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every path that could mean several items."""
    for target in targets(record):
        if target.found > 1:
            yield Fault(target.where, {"given": target.name, "count": str(target.found)}, at_key=True)


RULE = Rule("set-target-ambiguous", Severity.ERROR, check)
