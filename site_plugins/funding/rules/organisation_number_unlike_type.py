"""The first digit of an organisation number is unusual for the type of the organisation.

2 is the state, regions and municipalities, 5 limited companies, 7 economic associations, 8 associations and
foundations, 9 partnerships (Skatteverket).

PASS:
    orebro-kommun: {name: Örebro kommun, type: municipality, organisation_number: 212000-1967}
FAIL:
    orebro-kommun: {name: Örebro kommun, type: company, organisation_number: 212000-1967}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from funding.judging.organisation_numbers import numbered
from funding.judging.rule import Fault, Rule, Whole
from funding.model.vocabulary import OrganisationType
from funding.problem import Severity

_FIRST_DIGITS: Final[Mapping[OrganisationType, str]] = MappingProxyType(
    {
        OrganisationType.REGION: "2",
        OrganisationType.MUNICIPALITY: "2",
        OrganisationType.MUNICIPAL_ASSOCIATION: "2",
        OrganisationType.COUNTY_BOARD: "2",
        OrganisationType.STATE_AGENCY: "2",
        OrganisationType.COMPANY: "579",
        OrganisationType.ASSOCIATION: "78",
        OrganisationType.FOUNDATION: "8",
        OrganisationType.UNIVERSITY: "258",
    }
)


def check(whole: Whole) -> Iterator[Fault]:
    """Find every number with a first digit unlike the type."""
    for found in numbered(whole):
        if found.entry.type is None or found.entry.type not in _FIRST_DIGITS or not found.digits:
            continue
        if not found.looks_personal and found.digits[0] not in _FIRST_DIGITS[found.entry.type]:
            yield found.fault(whole, given=found.number, type=found.entry.type.value)


RULE = Rule("organisation-number-unlike-type", Severity.NOTE, check)
