"""A paragraph of the minutes is a bare number, which a reader cannot tell from an amount or a page.

PASS:
    decision: {body: namnden, date: 2024-03-06, paragraph: § 87}
FAIL:
    decision: {body: namnden, date: 2024-03-06, paragraph: 87}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from funding.judging.rule import Fault, Rule
from funding.problem import KeyPath, Severity
from funding.register import Record

_BARE: Final = re.compile(r"\d+ ?[a-zåäö]?", re.IGNORECASE)


def check(record: Record) -> Iterator[Fault]:
    """Find every paragraph without its sign: of the decision, of what came before it, and of later decisions."""
    for path, paragraph in _paragraphs(record):
        if paragraph and _BARE.fullmatch(paragraph):
            yield Fault(path, {"given": paragraph})


def _paragraphs(record: Record) -> Iterator[tuple[KeyPath, str | None]]:
    facts = record.original.decision
    yield ("decision", "paragraph"), facts.paragraph
    for place, earlier in enumerate(facts.prior_handling or ()):
        yield ("decision", "prior_handling", place, "paragraph"), earlier.paragraph
    for place, later in enumerate(record.original.amendments or ()):
        yield ("amendments", place, "paragraph"), later.paragraph


RULE = Rule("paragraph-without-sign", Severity.WARNING, check)
