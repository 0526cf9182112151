"""A condition is both met and failed.

PASS:
    conditions: [{standard: fullt-finansierad, met: 2024-05-02}]
FAIL:
    conditions: [{standard: fullt-finansierad, met: 2024-05-02, failed: 2024-06-02}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule
from funding.judging.steps import steps_that_set, typed_at
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every such condition, after every later decision too."""
    for step in steps_that_set(record, "conditions"):
        for index, condition in enumerate(step.decision.conditions or ()):
            if condition.met is not None and condition.failed is not None:
                yield Fault(typed_at(record, step, f"conditions.{index}.failed", "conditions"), at_key=True)


RULE = Rule("condition-met-and-failed", Severity.ERROR, check, about="conditions")
