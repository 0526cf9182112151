"""A file holds an e-mail address. A role's contact address is an option in mkdocs.yml.

Personal data has no use on a decision's page (GDPR art. 5).

PASS:
    summary: Frågor besvaras av förvaltningen.
FAIL:
    summary: Frågor till anna.ek@example.org.
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.personal_data import sightings
from funding.judging.rule import Fault, Rule
from funding.personal import email_addresses
from funding.problem import Severity
from funding.source import Document


def check(document: Document) -> Iterator[Fault]:
    """Find every address, however its sign is written, in keys, values and comments; no output repeats it."""
    return sightings(document, email_addresses)


RULE = Rule("email-address", Severity.ERROR, check)
