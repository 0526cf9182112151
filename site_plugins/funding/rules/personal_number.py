"""A file holds a personal or coordination number, or a sole trader's number, which is the owner's.

Never published, in any spelling (GDPR art. 87, lag 2018:218, 3 kap. 10 §).

PASS:
    summary: Projektet leds av kommunens näringslivschef.
FAIL:
    summary: Kontakta 811218-9876.
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.personal_data import sightings
from funding.judging.rule import Fault, Rule
from funding.personal import personal_numbers
from funding.problem import Severity
from funding.source import Document


def check(document: Document) -> Iterator[Fault]:
    """Find every such number in keys, values and comments; no output repeats it."""
    return sightings(document, personal_numbers)


RULE = Rule("personal-number", Severity.ERROR, check)
