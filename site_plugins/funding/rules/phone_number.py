"""A file holds a telephone number.

Years, dates, amounts and diary numbers are none (GDPR art. 5).

PASS:
    references: 08-123456
FAIL:
    summary: Ring 019-602 70 00.
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.personal_data import diary_numbers, sightings
from funding.judging.rule import Fault, Rule
from funding.personal import phone_numbers
from funding.problem import Severity
from funding.source import Document


def check(document: Document) -> Iterator[Fault]:
    """Find every telephone number in keys, values and comments, but no reference that is wholly a diary number."""
    return sightings(document, phone_numbers, but=diary_numbers)


RULE = Rule("phone-number", Severity.ERROR, check)
