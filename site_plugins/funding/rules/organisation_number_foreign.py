"""An organisation outside Sweden has a Swedish organisation number.

PASS:
    sintef: {name: SINTEF, country: "NO"}
FAIL:
    sintef: {name: SINTEF, country: "NO", organisation_number: 948007029}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule, Whole
from funding.model.registers import SWEDEN
from funding.problem import Severity
from funding.source import RegisterName


def check(whole: Whole) -> Iterator[Fault]:
    """Find every foreign organisation with a number."""
    for id_, entry in whole.register.lists.organisations.items():
        if entry.organisation_number and entry.country != SWEDEN:
            path = whole.path_of(RegisterName.ORGANISATIONS)
            yield Fault((id_, "organisation_number"), {"country": entry.country}, path=path)


RULE = Rule("organisation-number-foreign", Severity.ERROR, check)
