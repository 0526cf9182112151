"""What the rules about organisation numbers share: every number with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from funding.judging.rule import Fault, Whole
from funding.model.registers import SWEDEN, Organisation
from funding.source import RegisterName

_LEAST_THIRD_DIGIT: Final = 2
"""Of a legal person's number (lag 1974:174); a personal number has the first digit of a month there, 0 or 1."""

_SPELT: Final = re.compile(r"(?:16)?([0-9]{6})[-\u2010-\u2015\u2212 \u00a0]?([0-9]{4})")


class Numbered(NamedTuple):
    """A Swedish organisation with a number; ``digits`` are its ten digits, where it has them in some spelling."""

    id: str
    entry: Organisation
    number: str
    digits: str | None

    @property
    def looks_personal(self) -> bool:
        """Whether the number has the form of a person's; then no message repeats it."""
        return self.digits is not None and int(self.digits[2]) < _LEAST_THIRD_DIGIT

    def fault(self, whole: Whole, **details: str) -> Fault:
        """Make the fault at the number."""
        return Fault((self.id, "organisation_number"), details, path=whole.path_of(RegisterName.ORGANISATIONS))


def numbered(whole: Whole) -> Iterator[Numbered]:
    """Give every Swedish organisation that has a number."""
    for id_, entry in whole.register.lists.organisations.items():
        if entry.organisation_number and entry.country == SWEDEN:
            match = _SPELT.fullmatch(entry.organisation_number)
            yield Numbered(id_, entry, entry.organisation_number, match[1] + match[2] if match else None)
