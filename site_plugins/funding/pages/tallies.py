"""What decisions come to, added up once for all pages that say it: ours and others' apart, whole and year by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, TypeAlias

from funding.model.registers import Body, FundSource, Municipality, Organisation, Registers, Theme
from funding.pages.links import Kind
from funding.register import Record, Register, Total
from funding.register.register import Index, with_above
from funding.register.sums import PartOf, Term, added_up, has_parts, part_of_recipient, part_of_source, term, whole

Named: TypeAlias = Organisation | FundSource | Body | Municipality | Theme


@dataclass(frozen=True, slots=True)
class Side:
    """What our decisions, or others', come to.

    ``years`` are the sums by the year that each decision counts in; ``undecided`` is how many matters nobody has
    decided; ``unstated`` says that of some granted money it is not stated who granted it.
    """

    whole: Total
    years: Mapping[int, Total]
    undecided: int
    unstated: bool

    def in_year(self, year: int | None) -> Total:
        """Give the sum of one year; without a year the whole."""
        return self.whole if year is None else self.years.get(year, _NOTHING)


@dataclass(frozen=True, slots=True)
class Tally:
    """What some decisions come to: ours, and others'."""

    ours: Side
    others: Side

    @property
    def whole(self) -> Total:
        """What all of them come to, whoever decided."""
        return _together((self.ours.whole, self.others.whole))


@dataclass(frozen=True)
class Tallies:
    """The tallies of a register; each is made when it is first asked for, by one walk over its decisions."""

    register: Register
    _made: dict[tuple[Kind, str], Tally] = field(default_factory=dict)

    @cached_property
    def all(self) -> Tally:
        """What all decisions come to."""
        return self._add_up(self.register.by_date)

    def of(self, kind: Kind, id_: str) -> Tally:
        """Give what the decisions of an entry come to, or those of a year; of each only the part that is its own."""
        tally = self._made.get((kind, id_))
        if tally is None:
            tally = self._made[kind, id_] = self._add_up(self.counted(kind, id_), self.share(kind, id_))
        return tally

    def left(self, kind: Kind) -> Tally:
        """Give what those decisions come to that none of :meth:`tops` counts."""
        tally = self._made.get((kind, ""))
        if tally is None:
            placed = {record.id for id_ in self.tops(kind) for record in self.counted(kind, id_)}
            left = (record for record in self.register.by_date if record.id not in placed)
            tally = self._made[kind, ""] = self._add_up(left)
        return tally

    def tops(self, kind: Kind) -> Mapping[str, str]:
        """Give the names of the entries that lie below no other, of those that decisions name."""
        names = {id_: entry.name for id_, entry in _TOPS[kind](self.register.lists)}
        return {id_: names[id_] for id_ in self.index(kind) if id_ in names}

    def counted(self, kind: Kind, id_: str) -> tuple[Record, ...]:
        """Give the decisions that the sums of an entry add up, newest first; of a recipient only today's."""
        return self._of_today.get(id_, ()) if kind is Kind.ORGANISATION else self.index(kind).get(id_, ())

    def share(self, kind: Kind, id_: str) -> PartOf:
        """Give how much of each decision is an entry's own."""
        match kind:
            case Kind.ORGANISATION:
                return part_of_recipient(self.register.with_units(id_))
            case Kind.SOURCE:
                return part_of_source(self.register.with_subfunds(id_))
            case _:
                return whole

    def index(self, kind: Kind) -> Index:
        """Give the decisions of each entry of a kind."""
        return _INDEXES[kind](self.register)

    def part(self, records: Iterable[Record]) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
        """Part decisions into our own and others', each in the order given."""
        parted: tuple[list[Record], list[Record]] = ([], [])
        for record in records:
            parted[not self._weighed[record.id].ours].append(record)
        return tuple(parted[0]), tuple(parted[1])

    @cached_property
    def _of_today(self) -> Index:
        """The decisions of today's recipients, those of units under what they belong to as well."""
        found: dict[str, list[Record]] = defaultdict(list)
        for record in self.register.by_date:
            for id_ in with_above(record.recipients, self.register.unit_parents):
                found[id_].append(record)
        return {id_: tuple(records) for id_, records in found.items()}

    @cached_property
    def _weighed(self) -> Mapping[str, _Weighed]:
        return {id_: _weigh(record, ours=self.register.ours(record)) for id_, record in self.register.records.items()}

    def _add_up(self, records: Iterable[Record], share: PartOf = whole) -> Tally:
        weighed, ours, others = self._weighed, _Sums(), _Sums()
        for record in records:
            is_ours, year, undecided, unstated, parted, granted = weighed[record.id]
            side = ours if is_ours else others
            side.years[year].append(term(record, share) if parted and share is not whole else granted)
            if undecided:
                side.undecided += 1
            if unstated:
                side.unstated = True
        return Tally(ours.side(), others.side())


class _Weighed(NamedTuple):
    """What a decision is in every tally, looked up once: it stands in a dozen of them."""

    ours: bool
    year: int
    undecided: bool
    unstated: bool
    parted: bool
    term: Term | None


@dataclass(slots=True)
class _Sums:
    """A side that is being added up: the terms of each year, and what is told beside them."""

    years: dict[int, list[Term | None]] = field(default_factory=lambda: defaultdict(list))
    undecided: int = 0
    unstated: bool = False

    def side(self) -> Side:
        """Give the side that all of this comes to."""
        years = {year: added_up(terms) for year, terms in self.years.items()}
        return Side(_together(years.values()), years, self.undecided, self.unstated)


def _weigh(record: Record, *, ours: bool) -> _Weighed:
    granted, status = term(record), record.status
    unstated = granted is not None and not record.bodies
    return _Weighed(ours, record.year, status.undecided, unstated, has_parts(record), granted)


_NOTHING = Total()
_INDEXES: Mapping[Kind, Callable[[Register], Index]] = {
    Kind.ORGANISATION: lambda register: register.by_recipient,
    Kind.SOURCE: lambda register: register.by_source,
    Kind.BODY: lambda register: register.by_body,
    Kind.MUNICIPALITY: lambda register: register.by_municipality,
    Kind.THEME: lambda register: register.by_theme,
    Kind.CONDITION: lambda register: register.by_condition,
    Kind.YEAR: lambda register: register.by_year,
}
_TOPS: Mapping[Kind, Callable[[Registers], Iterable[tuple[str, Named]]]] = {
    Kind.ORGANISATION: lambda lists: ((id_, one) for id_, one in lists.organisations.items() if one.unit_of is None),
    Kind.SOURCE: lambda lists: ((id_, one) for id_, one in lists.sources.items() if one.part_of is None),
    Kind.BODY: lambda lists: lists.bodies.items(),
    Kind.MUNICIPALITY: lambda lists: lists.municipalities.items(),
    Kind.THEME: lambda lists: lists.themes.items(),
}


def _together(totals: Iterable[Total]) -> Total:
    """Add up sums, each of whose decisions stands in no other."""
    added = tuple(totals)
    foreign: dict[str, int] = {}
    for one in added:
        for currency, value in one.foreign.items():
            foreign[currency] = foreign.get(currency, 0) + value
    return Total(
        granted=sum(one.granted for one in added),
        records=sum(one.records for one in added),
        granting=sum(one.granting for one in added),
        without_amount=sum(one.without_amount for one in added),
        approximate=any(one.approximate for one in added),
        foreign=dict(sorted(foreign.items())),
    )
