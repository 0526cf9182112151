"""Maps of the counties that decisions name: a square for each municipality, stronger the more it is granted.

A map says nothing that the table beside it does not say: what is granted stands there to the krona.
"""

from __future__ import annotations

from dataclasses import dataclass

from funding.pages.context import Context
from funding.pages.links import Kind, Link
from funding.pages.parts import Shown, sum_known
from funding.pages.tiles.layout import Square, squares
from funding.pages.tiles.places import county_of, of_county, places
from funding.register import Total

STYLES = "pictures/tiles.css"
"""What a page with a map asks for."""
ENOUGH = 3
"""How many municipalities of a county decisions must name, for it to have a map beside the county named most."""
LEVELS = 5
"""How many strengths a square can have, each twice as much as the one below."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The map of a county before anything is counted: the name and square of each municipality by its code."""

    county: str
    name: str
    tiles: dict[str, tuple[str, Square]]


@dataclass(frozen=True, slots=True)
class Tile:
    """One municipality: its square, and what it is granted; ``level`` is 0 (nothing) to :data:`LEVELS`."""

    name: Link
    square: Square
    level: int
    granted: Shown


@dataclass(frozen=True, slots=True)
class TileMap:
    """The map of a county, its squares from the north-west to the south-east."""

    name: str
    tiles: tuple[Tile, ...]


def grounds(context: Context) -> tuple[Ground, ...]:
    """Give the counties that have a map, the one whose municipalities are named most first.

    A county that is one municipality has none.
    """
    mentions: dict[str, dict[str, int]] = {}
    for code, records in context.register.by_municipality.items():
        if code in places():
            mentions.setdefault(county_of(code), {})[code] = len(records)
    ordered = sorted(mentions, key=lambda county: (-sum(mentions[county].values()), county))
    drawn = (county for place, county in enumerate(ordered) if place == 0 or len(mentions[county]) >= ENOUGH)
    return tuple(_ground(context, county) for county in drawn if len(of_county(county)) > 1)


def _ground(context: Context, county: str) -> Ground:
    """Place a county's municipalities, by the names that the register has for them."""
    lists, there = context.register.lists.municipalities, of_county(county)
    placed = squares({code: place.point for code, place in there.items()})
    by_row = sorted(there, key=lambda code: placed[code][::-1])
    names = {code: lists[code].name if code in lists else there[code].name for code in by_row}
    name = next(place.county for place in there.values())
    return Ground(county, name, {code: (names[code], placed[code]) for code in by_row})


def tile_maps(context: Context) -> tuple[TileMap, ...]:
    """Give the maps of what we have granted to projects in each municipality."""
    tallies, link = context.tallies, context.links.link
    drawn = grounds(context)
    named = tallies.index(Kind.MUNICIPALITY)
    totals = {
        code: tallies.of(Kind.MUNICIPALITY, code).ours.whole if code in named else Total()
        for ground in drawn
        for code in ground.tiles
    }
    largest = max((sums.granted for sums in totals.values()), default=0)
    return tuple(
        TileMap(
            ground.name,
            tuple(
                Tile(
                    link(Kind.MUNICIPALITY, code, name),
                    square,
                    level(totals[code].granted, largest),
                    sum_known(context.form, totals[code]),
                )
                for code, (name, square) in ground.tiles.items()
            ),
        )
        for ground in drawn
    )


def level(granted: int, largest: int) -> int:
    """Give how strong a square is: from half of the largest on the strongest, each below it from half as much."""
    if not granted:
        return 0
    return next((LEVELS - halved for halved in range(LEVELS) if granted << (halved + 1) >= largest), 1)
