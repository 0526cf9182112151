"""The texts of a decision that are searched, each with its level, and the names that lead straight to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from funding.labels import Words
from funding.model.part import stated
from funding.model.registers import Organisation
from funding.register import Record, Register
from funding.search.words import name_key

_NUMBER_SIGNS = 10
"""The digits of a Swedish organisation number."""


class Level(IntEnum):
    """How much a word's place says of what the decision is about."""

    LONG = 0
    SHORT = 1
    NAMED = 2
    TITLE = 3


@dataclass(frozen=True, slots=True)
class Texts:
    """Reads the texts of the decisions of one register, in one language; ``text_of`` gives the text of Markdown."""

    register: Register
    words: Words
    text_of: Callable[[str], str]

    def of(self, record: Record) -> Iterator[tuple[Level, str]]:
        """Give every text of a decision, in an order that never changes."""
        yield from ((Level.TITLE, title) for title in titles(record))
        yield from ((Level.NAMED, name) for name in self._names(record))
        yield from ((Level.SHORT, text) for text in self._short(record))
        yield from ((Level.LONG, text) for text in self._long(record))

    def name_keys(self, record: Record) -> dict[str, bool]:
        """Give the keys of a decision's names, and whether each is its own rather than that of a recipient."""
        lists = self.register.lists
        own = (record.id, record.id.partition("/")[2], *references(record), *titles(record))
        found = dict.fromkeys(map(name_key, own), True)
        for id_ in record.all_recipients:
            entry = lists.organisations[id_]
            for name in (*names_of(entry), *number_spellings(entry.organisation_number)):
                found.setdefault(name_key(name), False)
        found.pop("", None)
        return found

    def _names(self, record: Record) -> Iterator[str]:
        lists = self.register.lists
        for id_ in record.all_recipients:
            entry = lists.organisations[id_]
            yield from names_of(entry)
            if entry.organisation_number:
                yield entry.organisation_number
        yield from (lists.organisations[id_].name for id_ in record.current.partners or ())
        yield from (lists.themes[id_].name for id_ in record.current.themes or ())
        yield from (lists.municipalities[code].name for code in self.register.municipalities(record))
        yield from references(record)

    def _short(self, record: Record) -> Iterator[str]:
        lists = self.register.lists
        if record.current.summary:
            yield record.current.summary
        for condition in self.register.conditions(record):
            yield self.words.value(condition.type)
            yield self.text_of(condition.text)
        yield from (lists.bodies[id_].name for id_ in record.bodies)
        yield from (lists.organisations[id_].name for id_ in self.register.funders(record))
        yield from (lists.sources[entry.source].name for entry in record.current.money.sources or ())

    def _long(self, record: Record) -> Iterator[str]:
        decision = record.current
        impact = decision.impact
        consequences = (impact.environment, impact.children, impact.gender_equality) if impact else ()
        for prose in (decision.rationale, decision.economy, *consequences, decision.outcome):
            if prose:
                yield self.text_of(prose)
        if decision.remarks:
            yield decision.remarks
        if decision.state_aid:
            yield self.words.value(decision.state_aid.type)


def titles(record: Record) -> tuple[str, ...]:
    """Give the original title, those of granted later decisions, and what else it is called, each once."""
    later = (step.after.title for step in record.later if step.amendment.granted)
    return tuple(dict.fromkeys((record.original.title, *later, *(record.original.also_called or ()))))


def references(record: Record) -> tuple[str, ...]:
    """Give the numbers that the decision and its later ones have, as they are written, each once."""
    stated_ones = (record.original.references, *(step.amendment.references for step in record.later))
    return tuple(dict.fromkeys(_values(stated_ones)))


def names_of(entry: Organisation) -> tuple[str, ...]:
    """Give every name of an organisation: today's, former ones, and aliases."""
    return (entry.name, *(former.name for former in entry.former_names or ()), *(entry.aliases or ()))


def number_spellings(number: str | None) -> tuple[str, ...]:
    """Give the ways in which people write an organisation number, also with twelve digits and as a VAT number."""
    if number is None:
        return ()
    digits = "".join(sign for sign in number if sign.isdecimal())
    if len(digits) != _NUMBER_SIGNS:
        return (number,)
    apart = f"{digits[:6]}-{digits[6:]}"
    return (apart, digits, f"16{apart}", f"16{digits}", f"SE{digits}01", f"SE{apart}-01")


def _values(listed: Iterable[object]) -> Iterator[str]:
    for references in listed:
        for reference in stated(references) or ():  # type: ignore[attr-defined]  # tuples of references only
            yield reference.value
