"""Sweden's municipalities, whether decisions name them or not: where they lie, for maps of whole counties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from funding.pages.tiles.layout import Point

_FILE = Path(__file__).parent / "municipalities.tsv"
_COUNTY_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality as Statistics Sweden names it; ``point`` is where its main locality lies."""

    name: str
    county: str
    point: Point


@cache
def places() -> Mapping[str, Place]:
    """Give all municipalities by their codes."""
    found: dict[str, Place] = {}
    for line in _FILE.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            code, name, county, north, east = line.split("\t")
            found[code] = Place(name, county, (float(north), float(east)))
    return MappingProxyType(found)


def of_county(county: str) -> Mapping[str, Place]:
    """Give the municipalities of a county, by the first two digits of their codes."""
    return {code: place for code, place in places().items() if county_of(code) == county}


def county_of(code: str) -> str:
    """Give the code of the county that a municipality lies in."""
    return code[:_COUNTY_DIGITS]
