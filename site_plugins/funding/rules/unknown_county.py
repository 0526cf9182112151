"""A county has a code that no municipality of the register begins with.

The name of a county stands with its municipalities, so without one of them the county has no name.

PASS:
    location: {counties: [18]}
FAIL:
    location: {counties: [81]}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule, Whole
from funding.judging.steps import steps_that_set
from funding.model.facts import Places
from funding.problem import Severity
from funding.register import Record
from funding.source import RegisterName

_DIGITS = 2


def check(whole: Whole) -> Iterator[Fault]:
    """Find every county without a municipality in the register."""
    codes = whole.known.get(RegisterName.MUNICIPALITIES)
    if codes is None:
        return
    known = {code[:_DIGITS] for code in codes}
    for record in filter(_names_a_county, whole.register.records.values()):
        for step in steps_that_set(record, "location"):
            location = step.decision.location
            for index, code in enumerate((location.counties if isinstance(location, Places) else None) or ()):
                if code not in known:
                    details = {"given": code, "known": ", ".join(sorted(known))}
                    yield Fault(step.at("location", "counties", index), details, path=record.path)


def _names_a_county(record: Record) -> bool:
    """Tell in one look of most decisions that neither they nor what later ones set has a county."""
    later = (amendment.set.location for amendment in record.original.amendments or () if amendment.set)
    return any(isinstance(place, Places) and place.counties for place in (record.original.location, *later))


RULE = Rule("unknown-county", Severity.ERROR, check)
