"""The register: every decision and every entry that they point at, with the ways between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from funding.model.conditions import Condition
from funding.model.facts import Everywhere
from funding.model.registers import Registers
from funding.model.vocabulary import ConditionState, ConditionType
from funding.register.record import Record, Tombstone

Index = Mapping[str, tuple[Record, ...]]


@dataclass(frozen=True, slots=True)
class WordedCondition:
    """A condition with its words, wherever they stand: in the file or in the register of standard conditions."""

    type: ConditionType
    text: str
    precondition: bool
    terms: str | None
    stated: Condition

    @property
    def state(self) -> ConditionState:
        """How it stands today: the one answer of its decision's page, of the search and of the data.

        It goes by what has been said alone. Whether anything waits for the condition, and whether the decision is
        made at all, are facts of their own.
        """
        if self.stated.failed is not None:
            return ConditionState.FAILED
        return ConditionState.PENDING if self.stated.met is None else ConditionState.MET


@dataclass(frozen=True)
class Register:
    """All records by id, the tombstones, the registers, and the id of the site's own organisation."""

    records: Mapping[str, Record]
    tombstones: tuple[Tombstone, ...]
    lists: Registers
    own: str

    def published(self, day: date) -> Register:
        """Give the register as a reader may see it on a day: without what an embargo hides."""
        shown = {id_: record for id_, record in self.records.items() if not record.hidden_on(day)}
        return replace(self, records=shown)

    @cached_property
    def published_ids(self) -> frozenset[str]:
        """The ids that have a page of their own: records and tombstones."""
        return frozenset((*self.records, *(tombstone.id for tombstone in self.tombstones)))

    def funders(self, record: Record) -> tuple[str, ...]:
        """Give the organisations of the bodies that decide; empty where the body is not stated."""
        owners = (self.owner_of(body) for body in record.bodies)
        return tuple(dict.fromkeys(owners))

    def owner_of(self, body: str) -> str:
        """Give the organisation that a body belongs to: the site's own unless the register says otherwise."""
        return self.lists.bodies[body].organisation or self.own

    def ours(self, record: Record) -> bool:
        """Tell whether the site's own organisation decides."""
        return self.own in self.funders(record)

    def ours_and_others(self, records: Iterable[Record]) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
        """Part decisions into our own and others', each in the order given."""
        parted: tuple[list[Record], list[Record]] = ([], [])
        for record in records:
            parted[0 if self.ours(record) else 1].append(record)
        return tuple(parted[0]), tuple(parted[1])

    def municipalities(self, record: Record) -> tuple[str, ...]:
        """Give the codes of the municipalities where the money works; all of the register for ``all``."""
        location = record.current.location
        if location is None:
            return ()
        if isinstance(location, Everywhere):
            return tuple(self.lists.municipalities)
        return location.municipalities or ()

    def conditions(self, record: Record) -> tuple[WordedCondition, ...]:
        """Give today's conditions with their words."""
        return tuple(self.worded(condition) for condition in record.current.conditions or ())

    def worded(self, condition: Condition) -> WordedCondition:
        """Give one condition with its words."""
        said = condition if condition.standard is None else self.lists.conditions[condition.standard]
        kind, text, terms, given = self.type_of(condition), said.text, said.terms, said.precondition
        precondition = kind.usually_precondition if given is None else given
        return WordedCondition(kind, text or "", precondition, terms, condition)

    def type_of(self, condition: Condition) -> ConditionType:
        """Give the type of a condition, wherever it stands."""
        standard = condition.standard
        return (condition.type if standard is None else self.lists.conditions[standard].type) or ConditionType.OTHER

    def with_units(self, organisation: str) -> frozenset[str]:
        """Give an organisation and all its units."""
        return _with_below(organisation, self.units)

    def with_subfunds(self, source: str) -> frozenset[str]:
        """Give a source and all sources that are a part of it."""
        return _with_below(source, self.subfunds)

    @cached_property
    def units(self) -> Mapping[str, tuple[str, ...]]:
        """The units of each organisation that has any."""
        return _children(self.unit_parents.items())

    @cached_property
    def subfunds(self) -> Mapping[str, tuple[str, ...]]:
        """The parts of each source that has any."""
        return _children(self.source_parents.items())

    @cached_property
    def unit_parents(self) -> Mapping[str, str | None]:
        """What each organisation is a unit of, if anything."""
        return {id_: entry.unit_of for id_, entry in self.lists.organisations.items()}

    @cached_property
    def source_parents(self) -> Mapping[str, str | None]:
        """What each source is a part of, if anything."""
        return {id_: entry.part_of for id_, entry in self.lists.sources.items()}

    @cached_property
    def by_date(self) -> tuple[Record, ...]:
        """All decisions, newest first; undated ones last in the year that they count in, ties by id."""
        named = sorted(self.records.values(), key=lambda record: record.id)
        return tuple(sorted(named, key=_when, reverse=True))

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The place of each decision among all, from the newest."""
        return {record.id: number for number, record in enumerate(self.by_date)}

    @cached_property
    def by_decided(self) -> tuple[Record, ...]:
        """All decisions by the first day of the decision's date, newest first; undecided ones last, newest first too.

        Those of one day stand by id.
        """
        return tuple(sorted(self.by_date, key=_first_decided, reverse=True))

    @cached_property
    def by_recipient(self) -> Index:
        """The decisions of each recipient, units' decisions under their parent too."""
        return self._index(lambda record: with_above(record.all_recipients, self.unit_parents))

    @cached_property
    def by_source(self) -> Index:
        """The decisions of each source, sub-funds' decisions under their fund too."""
        return self._index(lambda record: with_above(_sources(record), self.source_parents))

    @cached_property
    def by_partner(self) -> Index:
        """The decisions that each organisation is a partner in."""
        return self._index(lambda record: record.current.partners or ())

    @cached_property
    def by_financier(self) -> Index:
        """The decisions in which each organisation or source stands for others' money."""
        return self._index(lambda record: [entry.financier for entry in record.current.financing or ()])

    @cached_property
    def by_body(self) -> Index:
        """The decisions of each body."""
        return self._index(lambda record: record.bodies)

    @cached_property
    def by_municipality(self) -> Index:
        """The decisions whose money works in each municipality."""
        return self._index(self.municipalities)

    @cached_property
    def by_theme(self) -> Index:
        """The decisions of each theme."""
        return self._index(lambda record: record.current.themes or ())

    @cached_property
    def by_condition(self) -> Index:
        """The decisions with each type of condition."""
        return self._index(lambda record: [self.type_of(one).value for one in record.current.conditions or ()])

    @cached_property
    def by_year(self) -> Index:
        """The decisions of each year, as text."""
        return self._index(lambda record: [str(record.year)])

    @cached_property
    def pointed_at(self) -> Index:
        """The decisions that point at each decision: related, continues or within."""
        return self._index(_pointers)

    @cached_property
    def relatives(self) -> Index:
        """The published decisions that each decision points at, then those that point at it, where there are any."""
        found: dict[str, tuple[Record, ...]] = {}
        for record in self.records.values():
            known = [self.records[id_] for id_ in _pointers(record) if id_ in self.records]
            if others := (*known, *self.pointed_at.get(record.id, ())):
                found[record.id] = others
        return found

    def _index(self, keys: Callable[[Record], Iterable[str]]) -> Index:
        found: dict[str, list[Record]] = defaultdict(list)
        for record in self.by_date:
            for key in dict.fromkeys(keys(record)):
                found[key].append(record)
        return {key: tuple(records) for key, records in sorted(found.items())}


def _when(record: Record) -> tuple[int, date]:
    return record.year, record.dated.first if record.dated else date.min


def _first_decided(record: Record) -> date:
    return record.decided.first if record.decided else date.min


def _sources(record: Record) -> tuple[str, ...]:
    return tuple(entry.source for entry in record.current.money.sources or ())


def _pointers(record: Record) -> tuple[str, ...]:
    decision = record.current
    single = (id_ for id_ in (decision.continues, decision.within) if id_)
    return (*(decision.related or ()), *single)


def with_above(ids: Iterable[str], parents: Mapping[str, str | None]) -> Iterable[str]:
    """Give some ids and all that lie above them, each once; a circle ends where it closes."""
    found: dict[str, None] = {}
    for id_ in ids:
        step: str | None = id_
        while step and step not in found:
            found[step] = None
            step = parents.get(step)
    return found


def _children(parents: Iterable[tuple[str, str | None]]) -> Mapping[str, tuple[str, ...]]:
    """Turn ids with what each lies below into ids with what lies below each."""
    found: dict[str, list[str]] = defaultdict(list)
    for id_, parent in parents:
        if parent:
            found[parent].append(id_)
    return {parent: tuple(ids) for parent, ids in found.items()}


def _with_below(top: str, children: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Give an id and all that lie below it; a circle ends where it closes."""
    found: set[str] = set()
    waiting = [top]
    while waiting:
        id_ = waiting.pop()
        if id_ not in found:
            found.add(id_)
            waiting.extend(children.get(id_, ()))
    return frozenset(found)
