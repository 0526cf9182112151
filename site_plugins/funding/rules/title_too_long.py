"""A title is longer than 120 characters, so it does not fit in a list.

PASS:
    title: Ett kort namn
FAIL:
    title: Ett mycket långt namn som inte får plats i någon lista, med bisatser, årtal och förkortningar …
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from funding.judging.rule import Fault, Rule
from funding.judging.steps import steps_that_set
from funding.problem import Severity
from funding.register import Record

LONGEST: Final = 120


def check(record: Record) -> Iterator[Fault]:
    """Find every such title."""
    for step in steps_that_set(record, "title"):
        title = step.decision.title
        if len(title) > LONGEST:
            yield Fault(step.at("title"), {"length": str(len(title)), "limit": str(LONGEST)})


RULE = Rule("title-too-long", Severity.WARNING, check)
