"""The last digit of an organisation number is not its check digit (modulus 10), so a digit is wrong or two are swapped.

PASS:
    region-orebro-lan: {name: Region Örebro län, organisation_number: 232100-0164}
FAIL:
    region-orebro-lan: {name: Region Örebro län, organisation_number: 232100-0146}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.organisation_numbers import numbered
from funding.judging.rule import Fault, Rule, Whole
from funding.personal import luhn
from funding.problem import Severity


def check(whole: Whole) -> Iterator[Fault]:
    """Find every number with a wrong check digit; one that looks personal is another rule's, and is not repeated."""
    for found in numbered(whole):
        if found.digits and not found.looks_personal and not luhn(found.digits):
            yield found.fault(whole, given=found.number)


RULE = Rule("organisation-number-checksum", Severity.ERROR, check)
