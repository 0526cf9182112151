"""An organisation number is not written ``NNNNNN-NNNN``.

PASS:
    region-orebro-lan: {name: Region Örebro län, organisation_number: 232100-0164}
FAIL:
    region-orebro-lan: {name: Region Örebro län, organisation_number: "2321000164"}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.organisation_numbers import numbered
from funding.judging.rule import Fault, Rule, Whole
from funding.problem import Severity

_DASH = 6


def check(whole: Whole) -> Iterator[Fault]:
    """Find every number in another spelling; the right one is shown where the digits are there."""
    for found in numbered(whole):
        right = f"{found.digits[:_DASH]}-{found.digits[_DASH:]}" if found.digits else "NNNNNN-NNNN"
        if found.number != right and not found.looks_personal:
            yield found.fault(whole, given=found.number, right=right)


RULE = Rule("organisation-number-misspelt", Severity.ERROR, check)
