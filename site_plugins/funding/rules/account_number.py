"""A file holds a bank, bankgiro or plusgiro number.

An account leads to payments, and a private one to a person.

PASS:
    grant: {sources: konto 6003 näringsliv}
FAIL:
    summary: Pengarna sätts in på bankgiro 5050-1055.
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.personal_data import sightings
from funding.judging.rule import Fault, Rule
from funding.personal import account_numbers
from funding.problem import Severity
from funding.source import Document


def check(document: Document) -> Iterator[Fault]:
    """Find every number beside its word, and every IBAN, in keys, values and comments; no output repeats it."""
    return sightings(document, account_numbers)


RULE = Rule("account-number", Severity.ERROR, check)
