"""Invented organisations: municipalities first, then companies, associations and others, any number of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Final

from bench.corpus import SEED
from bench.corpus.prose import MUNICIPALITIES, compound, municipality, place, slug

OWN: Final = "region-orebro-lan"
"""The site's own organisation."""

_CODES: Final = {name: code for code, name in MUNICIPALITIES.items()}
_GROUPS: Final = {
    "municipality": "212",
    "company": "556",
    "association": "802",
    "foundation": "864",
    "university": "222",
}
"""What an organisation number of each type begins with; the rest is counted."""

_NAMES: Final = (
    ("company", "{place} {compound} AB"),
    ("company", "{municipality} {compound} AB"),
    ("company", "{place}s {plural} AB"),
    ("association", "Föreningen {compound} i {place}"),
    ("association", "{place}s {plural} ekonomisk förening"),
    ("association", "{place}s bygdegårdsförening"),
    ("association", "Nätverket {compound} {municipality}"),
    ("foundation", "Stiftelsen {compound} {municipality}"),
    ("university", "{place}s folkhögskola och {compound}"),
    ("association", "Samverkansgruppen för {plural} i {municipality}"),
)


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation as the register holds it; ``municipality`` is its code."""

    id: str
    name: str
    organisation_number: str
    type: str
    municipality: str


@cache
def organisation(number: int) -> Organisation:
    """Give the organisation with a running number, the same in every corpus."""
    municipalities = tuple(MUNICIPALITIES.items())
    if number < len(municipalities):
        code, name = municipalities[number]
        return Organisation(
            f"{slug(name)}-kommun", f"{name} kommun", _numbered("municipality", number), "municipality", code
        )
    chance = Random(f"{SEED}/organisation/{number}")
    type_, form = chance.choice(_NAMES)
    where = municipality(chance)
    words = {"place": place(chance), "municipality": where, "compound": compound(chance), "plural": compound(chance, 2)}
    name = form.format(**words)
    name = name[0].upper() + name[1:]
    return Organisation(f"{slug(name)[:70]}-{number}", name, _numbered(type_, number), type_, _CODES[where])


def _numbered(type_: str, number: int) -> str:
    nine = f"{_GROUPS[type_]}{200_000 + number:06d}"
    digits = [int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(nine)]
    check = -sum(digit - 9 if digit > 9 else digit for digit in digits) % 10
    return f"{nine[:6]}-{nine[6:]}{check}"
