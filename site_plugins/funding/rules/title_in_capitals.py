"""A title is written in capitals only.

PASS:
    title: RUS-genomförande 2024-2025
FAIL:
    title: RUS-GENOMFÖRANDE 2024-2025
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from funding.judging.rule import Fault, Rule
from funding.judging.steps import steps_that_set
from funding.problem import Severity
from funding.register import Record

_FEWEST: Final = 10
"""Letters; shorter titles may be an abbreviation and a year."""


def check(record: Record) -> Iterator[Fault]:
    """Find every such title of some length."""
    for step in steps_that_set(record, "title"):
        title = step.decision.title
        if title.isupper() and sum(sign.isalpha() for sign in title) >= _FEWEST:
            yield Fault(step.at("title"))


RULE = Rule("title-in-capitals", Severity.WARNING, check)
