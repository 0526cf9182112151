"""The texts of a decision that are searched, each with its level, and the names that lead straight to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from funding.labels import Words
from funding.model.conditions import Condition
from funding.model.part import stated
from funding.model.registers import FundSource, Organisation
from funding.register import Record, Register
from funding.swedish import name_keys

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
    _worded_standards: dict[str, tuple[str, str]] = field(default_factory=dict)

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
        found = {key: True for name in own for key in name_keys(name)}
        for id_ in record.all_recipients:
            for key in _keys_of(lists.organisations[id_]):
                found.setdefault(key, False)
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
        for condition in record.current.conditions or ():
            yield from self._standard(condition) if condition.standard else self._worded(condition)
        yield from (lists.bodies[id_].name for id_ in record.bodies)
        yield from (lists.organisations[id_].name for id_ in self.register.funders(record))
        for source in record.current.money.sources or ():
            yield from names_of(lists.sources[source.source])

    def _standard(self, condition: Condition) -> tuple[str, str]:
        """Give the words of a standard condition, which are the same for all decisions that have it."""
        known = self._worded_standards.get(condition.standard or "")
        if known is None:
            known = self._worded_standards[condition.standard or ""] = self._worded(condition)
        return known

    def _worded(self, condition: Condition) -> tuple[str, str]:
        worded = self.register.worded(condition)
        return self.words.value(worded.type), self.text_of(worded.text)

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


def _keys_of(entry: Organisation) -> Iterator[str]:
    for name in names_of(entry):
        yield from name_keys(name)
    if entry.organisation_number:
        digits = "".join(sign for sign in entry.organisation_number if sign.isdecimal())
        yield from (digits,) if len(digits) == _NUMBER_SIGNS else name_keys(entry.organisation_number)


def titles(record: Record) -> tuple[str, ...]:
    """Give the original title, those of granted later decisions, and what else it is called, each once."""
    later = (step.after.title for step in record.later if step.amendment.granted)
    return tuple(dict.fromkeys((record.original.title, *later, *(record.original.also_called or ()))))


def references(record: Record) -> tuple[str, ...]:
    """Give the numbers that the decision and its later ones have, as they are written, each once."""
    stated_ones = (record.original.references, *(step.amendment.references for step in record.later))
    return tuple(dict.fromkeys(_values(stated_ones)))


def names_of(entry: Organisation | FundSource) -> tuple[str, ...]:
    """Give every name of an organisation or a source: today's, former ones, and aliases."""
    aliases = entry.aliases if isinstance(entry, Organisation) else None
    return (entry.name, *(former.name for former in entry.former_names or ()), *(aliases or ()))


def _values(listed: Iterable[object]) -> Iterator[str]:
    for references in listed:
        for reference in stated(references) or ():  # type: ignore[attr-defined]  # tuples of references only
            yield reference.value
