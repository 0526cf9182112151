"""An organisation number looks like a personal number: its third digit is 0 or 1.

A sole trader's number is the owner's personal number and is never published (GDPR). A real personal number is found
by ``personal-number`` wherever it stands; this rule finds what has its form.

PASS:
    bergs-bageri: {name: Bergs bageri, type: company}
FAIL:
    bergs-bageri: {name: Bergs bageri, organisation_number: 701332-1234}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.organisation_numbers import numbered
from funding.judging.rule import Fault, Rule, Whole
from funding.personal import personal_numbers
from funding.problem import Severity


def check(whole: Whole) -> Iterator[Fault]:
    """Find every number with the form of a personal number."""
    for found in numbered(whole):
        if found.looks_personal and not any(personal_numbers(found.number)):
            yield found.fault(whole)


RULE = Rule("organisation-number-personal", Severity.ERROR, check)
