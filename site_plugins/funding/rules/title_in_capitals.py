"""A title is written in capitals only.

PASS:
    title: RUS-genomförande 2024-2025
FAIL:
    title: RUS-GENOMFÖRANDE 2024-2025
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from funding.problem import Severity
from funding.register import Record
from funding.rules.rule import Fault, Rule
from funding.rules.steps import steps_that_set

_FEWEST_WORDS: Final = 2


def check(record: Record) -> Iterator[Fault]:
    """Find every title of two words or more in capitals."""
    for step in steps_that_set(record, "title"):
        title = step.decision.title
        if title.isupper() and len(title.split()) >= _FEWEST_WORDS:
            yield Fault(step.at("title"))


RULE = Rule("title-in-capitals", Severity.WARNING, check)
