"""One part of a site too large for one machine: several builds each write their part, and all parts are one site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from funding.engine.fault import Fault
from funding.pages.page import NOT_FOUND

VARIABLE = "FUNDING_PART"
"""The environment variable that asks for a part, such as ``2/8``: the second of eight."""

_FORM = re.compile(r"([0-9]{1,4})/([0-9]{1,4})")


@dataclass(frozen=True, slots=True)
class Part:
    """The part with a number from 1; files are dealt by their places, so that all parts are equally large."""

    number: int
    parts: int

    def beside(self, site: Path) -> Path:
        """Give the folder of this part: never that of the whole site, which a part would take the place of."""
        return site.with_name(f"{site.name}-{self.number}-of-{self.parts}") if self.parts > 1 else site

    def has(self, place: str) -> bool:
        """Tell whether a file belongs to this part; the page for addresses that are not there belongs to every site."""
        return place == NOT_FOUND or crc32(place.encode()) % self.parts == self.number - 1


def parse_part(given: str) -> Part:
    """Read which part is asked for.

    Raises:
        Fault: if there is no such part.
    """
    found = _FORM.fullmatch(given)
    if found:
        number, parts = int(found[1]), int(found[2])
        if 1 <= number <= parts:
            return Part(number, parts)
    raise Fault("engine.bad_part", given=given)
