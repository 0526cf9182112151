"""Two conditions of a decision have one id, so nothing can point at either.

PASS:
    conditions:
      - {id: slutrapport, type: reporting, text: Slutrapport lämnas.}
FAIL:
    conditions:
      - {id: rapport, type: reporting, text: Delrapport lämnas.}
      - {id: rapport, type: reporting, text: Slutrapport lämnas.}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.repeats import repeated
from funding.judging.rule import Fault, Rule
from funding.judging.steps import steps_that_set
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every id of a condition that an earlier one has, and every standard condition that is there twice."""
    for step in steps_that_set(record, "conditions"):
        conditions = enumerate(step.decision.conditions or ())
        named = ((name, index) for index, entry in conditions if (name := entry.id or entry.standard))
        for index, first in repeated(named):
            given = (step.decision.conditions or ())[first]
            yield Fault(step.at("conditions", index), {"given": given.id or given.standard or ""})


RULE = Rule("condition-id-repeated", Severity.ERROR, check, about="conditions")
