"""Where decisions and register entries point into the registers: every id with its place."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from funding.judging.steps import steps_that_set
from funding.model.decision import Decision
from funding.model.facts import Places
from funding.model.part import Part, stated
from funding.model.registers import Body, FundSource, Organisation, StandardCondition
from funding.problem import KeyPath
from funding.register import Record
from funding.source import RegisterName

ORGANISATION: Final = (RegisterName.ORGANISATIONS,)
BODY: Final = (RegisterName.BODIES,)
SOURCE: Final = (RegisterName.SOURCES,)
FINANCIER: Final = (RegisterName.ORGANISATIONS, RegisterName.SOURCES)
TERMS: Final = (RegisterName.TERMS,)
CONDITION: Final = (RegisterName.CONDITIONS,)
THEME: Final = (RegisterName.THEMES,)
MUNICIPALITY: Final = (RegisterName.MUNICIPALITIES,)


class Pointer(NamedTuple):
    """An id, where it stands in its file, and the registers that it may stand in."""

    where: KeyPath
    id: str
    registers: tuple[RegisterName, ...]

    @property
    def aim(self) -> str:
        """The registers and the id in one text, such as ``organisations|sources eruf``, kept once for all."""
        return sys.intern(f"{'|'.join(self.registers)} {self.id}")


def misses(aim: str, known: Mapping[RegisterName, frozenset[str]]) -> bool:
    """Tell whether no register that a pointer aims at has its id; a register that is not known may have any."""
    names, _, id_ = aim.partition(" ")
    return all(name in known and id_ not in known[name] for name in map(RegisterName, names.split("|")))


def pointers_of(record: Record) -> Iterator[Pointer]:
    """Give every register id of a decision and of its later decisions; what is not changed is given once."""
    for family in families_of(record):
        yield from family


def families_of(record: Record) -> Iterator[Iterator[Pointer]]:
    """Give the same apart, by the part of the decision that they stand in."""
    yield _deciding(record.original)
    yield _deciding_later(record.original)
    for path, family in _FAMILIES.items():
        yield _in_steps(record, path, family)


def _deciding(original: Decision) -> Iterator[Pointer]:
    for index, id_ in enumerate(stated(original.decision.body) or ()):
        yield Pointer(("decision", "body", index), id_, BODY)
    for index, prior in enumerate(original.decision.prior_handling or ()):
        yield Pointer(("decision", "prior_handling", index, "body"), prior.body, BODY)


def _deciding_later(original: Decision) -> Iterator[Pointer]:
    for index, amendment in enumerate(original.amendments or ()):
        for place, id_ in enumerate(amendment.body or ()):
            yield Pointer(("amendments", index, "body", place), id_, BODY)


def _in_steps(record: Record, path: str, family: Callable[[Decision], Iterator[Pointer]]) -> Iterator[Pointer]:
    seen: set[str] = set()
    for step in steps_that_set(record, path):
        for pointer in family(step.decision):
            if pointer.id not in seen:
                seen.add(pointer.id)
                yield pointer if step.amendment is None else pointer._replace(where=step.at(*pointer.where))


def pointers_of_entry(id_: str, entry: Part) -> Iterator[Pointer]:
    """Give every register id of a register entry."""
    if isinstance(entry, Organisation):
        owners = entry.part_owned_by or ()
        found: list[tuple[KeyPath, str | None, tuple[RegisterName, ...]]] = [
            (("unit_of",), entry.unit_of, ORGANISATION),
            (("succeeded_by",), entry.succeeded_by, ORGANISATION),
            (("municipality",), entry.municipality, MUNICIPALITY),
            *((("part_owned_by", index, "owner"), owner.owner, ORGANISATION) for index, owner in enumerate(owners)),
        ]
    elif isinstance(entry, Body):
        found = [(("organisation",), entry.organisation, ORGANISATION)]
    elif isinstance(entry, FundSource):
        found = [(("part_of",), entry.part_of, SOURCE)]
    elif isinstance(entry, StandardCondition):
        found = [(("terms",), entry.terms, TERMS)]
    else:
        found = []
    return (Pointer((id_, *where), pointed, registers) for where, pointed, registers in found if pointed)


def _recipients(decision: Decision) -> Iterator[Pointer]:
    for index, id_ in enumerate(stated(decision.recipient) or ()):
        yield Pointer(("recipient", index), id_, ORGANISATION)


def _partners(decision: Decision) -> Iterator[Pointer]:
    for index, id_ in enumerate(decision.partners or ()):
        yield Pointer(("partners", index), id_, ORGANISATION)


def _financiers(decision: Decision) -> Iterator[Pointer]:
    for index, entry in enumerate(decision.financing or ()):
        yield Pointer(("financing", index, "financier"), entry.financier, FINANCIER)


def _sources(decision: Decision) -> Iterator[Pointer]:
    for index, entry in enumerate(decision.money.sources or ()):
        yield Pointer(("grant", "sources", index, "source"), entry.source, SOURCE)


def _parts(decision: Decision) -> Iterator[Pointer]:
    for index, part in enumerate(decision.money.parts or ()):
        if part.recipient:
            yield Pointer(("grant", "parts", index, "recipient"), part.recipient, ORGANISATION)


def _conditions(decision: Decision) -> Iterator[Pointer]:
    for index, condition in enumerate(decision.conditions or ()):
        if condition.standard:
            yield Pointer(("conditions", index, "standard"), condition.standard, CONDITION)
        if condition.terms:
            yield Pointer(("conditions", index, "terms"), condition.terms, TERMS)


def _themes(decision: Decision) -> Iterator[Pointer]:
    for index, id_ in enumerate(decision.themes or ()):
        yield Pointer(("themes", index), id_, THEME)


def _municipalities(decision: Decision) -> Iterator[Pointer]:
    if isinstance(decision.location, Places):
        for index, code in enumerate(decision.location.municipalities or ()):
            yield Pointer(("location", "municipalities", index), code, MUNICIPALITY)


_FAMILIES: Final[Mapping[str, Callable[[Decision], Iterator[Pointer]]]] = MappingProxyType(
    {
        "recipient": _recipients,
        "partners": _partners,
        "financing": _financiers,
        "grant.sources": _sources,
        "grant.parts": _parts,
        "conditions": _conditions,
        "themes": _themes,
        "location": _municipalities,
    }
)
