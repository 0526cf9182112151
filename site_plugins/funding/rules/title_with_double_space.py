"""A title has two spaces in a row.

PASS:
    title: Projekt A
FAIL:
    title: "Projekt  A"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from funding.judging.rule import Fault, Rule
from funding.judging.steps import steps_that_set
from funding.problem import Severity
from funding.register import Record

_TWO: Final = re.compile(r"\s\s")


def check(record: Record) -> Iterator[Fault]:
    """Find every such title."""
    for step in steps_that_set(record, "title"):
        title = step.decision.title
        if _TWO.search(title):
            yield Fault(step.at("title"))


RULE = Rule("title-with-double-space", Severity.WARNING, check)
