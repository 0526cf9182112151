"""Mends of names: of keys, of what stands in a register, of other decisions and of documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Final

from funding.check.acknowledging import WARNINGS
from funding.judging.documents import FOLDER, stays_inside
from funding.judging.pointers import BODY, CONDITION, FINANCIER, ORGANISATION, SOURCE, TERMS, THEME
from funding.labels import Words
from funding.model.keys import all_keys
from funding.model.part import Part
from funding.model.registers import Municipality
from funding.source import RegisterName
from funding.source.layout import Mapping
from funding.writing.mends.edit import Edit, Edits
from funding.writing.mends.likeness import folded, surely, surely_named
from funding.writing.mends.spot import Spot
from funding.writing.scalars import inline
from funding.writing.slots import known_keys, root_slot

REGISTERS: Final = {
    "unknown-organisation": ORGANISATION,
    "unknown-body": BODY,
    "unknown-source": SOURCE,
    "unknown-terms": TERMS,
    "unknown-condition": CONDITION,
    "unknown-theme": THEME,
    "unknown-financier": FINANCIER,
}
"""In which registers an id must stand, by the code of its problem."""

_COUNTY_DIGITS: Final = 2
_MUNICIPALITY_DIGITS: Final = 4


def key(spot: Spot) -> Edits:
    """Write the key that is meant, unless it stands there already."""
    step = spot.keyed
    if step is None or step.key is None or not isinstance(step.parent, Mapping):
        return ()
    around = spot.layout.at(*step.where[:-1])
    slot = around.slot if around else root_slot(spot.layout.file)
    known = known_keys(slot)
    present = {sister.text for sister, _ in step.parent.entries}
    meant = surely_named(step.key.text, {name: name for name in known} | _labels(slot.part, spot.known.words))
    if meant is None or meant in present:
        return ()
    return (Edit(step.key.start, step.key.end, inline(meant, flow=step.flow, number=True)),)


def entry(registers: tuple[RegisterName, ...]) -> Callable[[Spot], Edits]:
    """Make the mend of an id that stands in no register: by the name of an entry, or one slip of a letter."""

    def mend(spot: Spot) -> Edits:
        given = spot.text
        lists = [getattr(spot.known.register.lists, name.value) for name in registers]
        ids = [id_ for entries in lists for id_ in entries]
        named = {name: id_ for entries in lists for id_, found in entries.items() for name in _names(found)}
        if given is None:
            return ()
        spelt = folded(given)
        exact = {id_ for name, id_ in named.items() if folded(name) == spelt} | {
            id_ for id_ in ids if folded(id_) == spelt
        }
        return spot.respelt(exact.pop() if len(exact) == 1 else None if exact else surely(given, ids))

    return mend


def area(spot: Spot) -> Edits:
    """Write the code of a municipality or county that is named, or whose first digit, a naught, is missing."""
    step, given = spot.value, (spot.text or "").strip()
    if step is None:
        return ()
    places: dict[str, Municipality] = spot.known.register.lists.municipalities
    counties = "counties" in step.where
    digits = _COUNTY_DIGITS if counties else _MUNICIPALITY_DIGITS
    codes = {code[:digits] for code in places}
    if given.isdecimal():
        return spot.respelt(given.zfill(digits) if given.zfill(digits) in codes else None)
    plain = folded(re.sub(r"\s+(?:kommun|län)$", "", given))
    found = {code[:digits] for code, place in places.items() if _called(place, plain, counties=counties)}
    return spot.respelt(found.pop() if len(found) == 1 else None)


def decision(spot: Spot) -> Edits:
    """Write the id of the one decision that a path or a slip of a letter means."""
    ids = spot.known.register.records
    plain = re.sub(r"^(?:.*/)?([0-9]{4}/[^/]+?)(?:\.ya?ml|/)?$", r"\1", (spot.text or "").strip().lower())
    return spot.respelt(plain if plain in ids else surely(plain, ids) if "/" in plain else None)


def moved(spot: Spot) -> Edits:
    """Write the address that a decision has now."""
    given = (spot.text or "").strip()
    records = spot.known.register.records.values()
    now = [record.id for record in records if given in record.redirects]
    return spot.respelt(now[0] if len(now) == 1 else None)


def acknowledged(spot: Spot) -> Edits:
    """Write the code of the warning that is meant."""
    return spot.respelt(surely(spot.text or "", WARNINGS))


def document(spot: Spot) -> Edits:
    """Write a document's name as counted from the folder of documents."""
    given = (spot.text or "").strip()
    plain = given.removeprefix("./").removeprefix("/").removeprefix(f"{'/'.join(FOLDER)}/")
    return spot.respelt(plain if "/".join(FOLDER) in given and stays_inside(plain) else None)


def _labels(part: type[Part] | None, words: tuple[Words, ...]) -> dict[str, str]:
    """Give the keys of a part by their labels in every language."""
    keys = [key for key in all_keys() if key.part is part]
    return {label: key.name for key in keys for label in (found.field(key.path) for found in words)}


def _names(found: Any) -> Iterable[str]:
    yield str(getattr(found, "name", None) or getattr(found, "title", ""))
    yield from getattr(found, "aliases", None) or ()
    yield from (former.name for former in getattr(found, "former_names", None) or ())


def _called(place: Municipality, plain: str, *, counties: bool) -> bool:
    names = [re.sub(r"\s+län$", "", place.county or "")] if counties else [place.name]
    return any(folded(name) == plain for name in names if name)
