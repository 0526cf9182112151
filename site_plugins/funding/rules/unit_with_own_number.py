"""A unit has an organisation number of its own, but a unit is a part of what has the number.

PASS:
    naringsliv-orebro: {name: Näringslivskontoret, unit_of: orebro-kommun}
FAIL:
    naringsliv-orebro: {name: Näringslivskontoret, unit_of: orebro-kommun, organisation_number: 212000-1967}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.organisation_numbers import numbered
from funding.judging.rule import Fault, Rule, Whole
from funding.problem import Severity


def check(whole: Whole) -> Iterator[Fault]:
    """Find every unit with a number."""
    for found in numbered(whole):
        if found.entry.unit_of:
            yield found.fault(whole, parent=found.entry.unit_of)


RULE = Rule("unit-with-own-number", Severity.WARNING, check)
