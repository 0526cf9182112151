"""Two organisations have one organisation number, so one of them is probably there twice.

PASS:
    naringsliv-orebro: {name: Näringslivskontoret, unit_of: orebro-kommun}
FAIL:
    orebro: {name: Örebro, organisation_number: 212000-1967}  # orebro-kommun has it too
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.organisation_numbers import numbered
from funding.judging.repeats import repeated
from funding.judging.rule import Fault, Rule, Whole
from funding.problem import Severity


def check(whole: Whole) -> Iterator[Fault]:
    """Find every number that an earlier entry has."""
    for other, first in repeated(
        (found.digits, found) for found in numbered(whole) if found.digits and not found.looks_personal
    ):
        yield other.fault(whole, given=other.number, other=first.id)


RULE = Rule("organisation-number-shared", Severity.WARNING, check)
