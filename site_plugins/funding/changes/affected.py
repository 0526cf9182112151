"""The pages of the site that a change reaches, by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from funding.against import Side
from funding.changes.gathering import Changes
from funding.pages.links import Addresses, Kind
from funding.register import Record, Register
from funding.source import RegisterName

REGISTERS: Final[Mapping[Kind, RegisterName]] = MappingProxyType(
    {
        Kind.ORGANISATION: RegisterName.ORGANISATIONS,
        Kind.BODY: RegisterName.BODIES,
        Kind.SOURCE: RegisterName.SOURCES,
        Kind.THEME: RegisterName.THEMES,
        Kind.MUNICIPALITY: RegisterName.MUNICIPALITIES,
    }
)
"""The register whose entries have pages of a kind."""

_KINDS: Final = MappingProxyType({register: kind for kind, register in REGISTERS.items()})


def affected_pages(changes: Changes) -> Mapping[Kind, Mapping[str, str]]:
    """Give the addresses, from the site's root, of the pages that say something else now, by kind and id.

    A page that is not there today is left out.
    """
    sides = changes.sides
    now = sides.now.sound.published(sides.today)
    addresses = Addresses(now)
    reached: dict[Kind, set[str]] = defaultdict(set)
    for change in changes.decisions:
        for side, record in zip((sides.then, sides.now), change.records, strict=True):
            for kind, id_ in _of_record(side, record):
                reached[kind].add(id_)
    for entry in changes.entries:
        if entry.register in _KINDS:
            reached[_KINDS[entry.register]].add(entry.id)
    return {
        kind: {id_: addresses.of(kind)[id_] for id_ in sorted(reached[kind]) if id_ in addresses.of(kind)}
        for kind in Kind
        if any(id_ in addresses.of(kind) for id_ in reached[kind])
    }


def _of_record(side: Side, record: Record | None) -> Iterator[tuple[Kind, str]]:
    register: Register = side.sound
    if record is None or record.id not in register.records:
        return
    yield Kind.DECISION, record.id
    yield Kind.YEAR, str(record.year)
    current = record.current
    ids = {
        Kind.ORGANISATION: (*record.all_recipients, *(current.partners or ()), *register.funders(record)),
        Kind.SOURCE: tuple(source.source for source in current.money.sources or ()),
        Kind.BODY: record.bodies,
        Kind.THEME: current.themes or (),
        Kind.MUNICIPALITY: register.municipalities(record),
        Kind.CONDITION: tuple(worded.type.value for worded in register.conditions(record)),
    }
    for kind, listed in ids.items():
        for id_ in listed:
            yield kind, id_
