"""What the registers say of an entry, and the wordings of a type of condition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from funding.model.registers import SWEDEN, FormerName
from funding.model.vocabulary import ConditionType
from funding.pages.links import Kind
from funding.pages.lists.entry import Entry
from funding.pages.parts import Fact, Shown
from funding.pages.prose import prose
from funding.pages.wording import Wording

MOST_WORDINGS = 10
_RENAMED = (Kind.ORGANISATION, Kind.SOURCE)
Group = tuple[str, Iterable[Shown]]


@dataclass(frozen=True, slots=True)
class Used:
    """A standard wording, and in how many decisions it stands today."""

    words: Markup | None
    count: Markup


def entry_facts(wording: Wording, entry: Entry) -> tuple[Fact, ...]:
    """Give what is known of an entry from its register."""
    match entry.kind:
        case Kind.ORGANISATION:
            groups = _organisation(wording, entry.id)
        case Kind.SOURCE:
            groups = _source(wording, entry.id)
        case Kind.BODY:
            groups = _body(wording, entry.id)
        case Kind.MUNICIPALITY:
            groups = _municipality(wording, entry.id)
        case _:
            return ()
    text = wording.context.words.text
    notes = {"former_names": (text(f"item.{entry.kind}.former"),)} if entry.kind in _RENAMED else {}
    return tuple(
        Fact(text(f"item.fact.{name}"), values, notes.get(name, ()))
        for name, given in groups
        if (values := tuple(given))
    )


def wordings(wording: Wording, kind: ConditionType) -> tuple[Used, ...]:
    """Give the standard wordings of a type of condition that decisions use today, most used first."""
    register = wording.context.register
    used = wording.context.backwards.wordings[kind]
    counted = wording.context.form.counted
    return tuple(
        Used(prose(register.lists.conditions[id_].text), counted("parts.matters", times))
        for id_, times in sorted(used.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_WORDINGS]
    )


def _organisation(wording: Wording, id_: str) -> Iterator[Group]:
    form, words, register = wording.context.form, wording.context.words, wording.context.register
    entry = register.lists.organisations[id_]
    yield "type", [words.value(entry.type)] if entry.type else []
    yield "organisation_number", [entry.organisation_number] if entry.organisation_number else []
    yield "seat", [wording.links.municipality(entry.municipality)] if entry.municipality else []
    yield "country", [entry.country] if entry.country != SWEDEN else []
    yield "unit_of", [wording.links.organisation(entry.unit_of)] if entry.unit_of else []
    backwards = wording.context.backwards
    yield "units", (wording.links.organisation(unit) for unit in register.units.get(id_, ()))
    yield "former_names", _former_names(wording, entry.former_names)
    yield "aliases", entry.aliases or ()
    yield "succeeded_by", [wording.links.organisation(entry.succeeded_by)] if entry.succeeded_by else []
    yield "succeeds", (wording.links.organisation(before) for before in backwards.predecessors.get(id_, ()))
    yield (
        "part_owned_by",
        (
            form.say("item.owner", owner=wording.links.organisation(owner.owner), percent=form.percent(owner.percent))
            if owner.percent is not None
            else wording.links.organisation(owner.owner)
            for owner in entry.part_owned_by or ()
        ),
    )
    known = (body for body in backwards.bodies.get(id_, ()) if body in register.by_body)
    yield "bodies", (wording.links.body(body) for body in known)


def _source(wording: Wording, id_: str) -> Iterator[Group]:
    words, register = wording.context.words, wording.context.register
    entry = register.lists.sources[id_]
    yield "fund_kind", [words.value(entry.kind)] if entry.kind else []
    yield "former_names", _former_names(wording, entry.former_names)
    yield "part_of", [wording.links.source(entry.part_of)] if entry.part_of else []
    yield "subfunds", (wording.links.source(part) for part in register.subfunds.get(id_, ()))


def _body(wording: Wording, id_: str) -> Iterator[Group]:
    words, register = wording.context.words, wording.context.register
    entry = register.lists.bodies[id_]
    yield "body_type", [words.value(entry.type)] if entry.type else []
    owner = register.owner_of(id_)
    if register.lists.organisations[owner].name != entry.name:
        yield "organisation", [wording.links.organisation(owner)]


def _municipality(wording: Wording, code: str) -> Iterator[Group]:
    entry = wording.context.register.lists.municipalities[code]
    yield "county", [entry.county] if entry.county else []
    yield "code", [code]


def _former_names(wording: Wording, names: tuple[FormerName, ...] | None) -> Iterator[Shown]:
    form = wording.context.form
    for name in names or ():
        until = name.until
        yield name.name if until is None else form.say("item.until", name=name.name, day=form.day(until))
