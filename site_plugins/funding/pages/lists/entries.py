"""The entries of the registers that have pages: their names, their decisions, and which part of each is theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from funding.model.registers import Body, FundSource, Municipality, Organisation, Theme
from funding.model.vocabulary import ConditionType
from funding.pages.context import Context
from funding.pages.format import alphabetical
from funding.pages.links import Kind
from funding.register import Record
from funding.register.register import newest_first
from funding.register.sums import PartOf, part_of_recipient, part_of_source, whole

ENTRY_KINDS = (Kind.ORGANISATION, Kind.SOURCE, Kind.BODY, Kind.MUNICIPALITY, Kind.THEME, Kind.CONDITION)


@dataclass(frozen=True, slots=True)
class Entry:
    """One recipient, source, body, municipality, theme or type of condition.

    ``counted`` are the decisions that its sums add up, ``share`` gives how much of each; ``others`` are decisions in
    which it has another part: as a partner, as a former recipient, as one who pays beside.
    """

    kind: Kind
    id: str
    name: str
    counted: tuple[Record, ...]
    others: tuple[Record, ...] = ()
    share: PartOf = field(default=whole)

    @property
    def records(self) -> tuple[Record, ...]:
        """All decisions that name it, newest first."""
        if not self.others:
            return self.counted
        return newest_first({record.id: record for record in (*self.counted, *self.others)}.values())


def entries(context: Context, kind: Kind) -> Iterator[Entry]:
    """Give the entries of a kind that have pages: by name, conditions in their own order."""
    names = _names(context, kind)
    ids = list(context.addresses.of(kind))
    if kind is not Kind.CONDITION:
        ids.sort(key=lambda id_: (alphabetical(names[id_]), id_))
    return (_entry(context, kind, id_, names[id_]) for id_ in ids)


def _entry(context: Context, kind: Kind, id_: str, name: str) -> Entry:
    register = context.register
    match kind:
        case Kind.ORGANISATION:
            return _organisation(context, id_, name)
        case Kind.SOURCE:
            counted = register.by_source.get(id_, ())
            paying = context.addresses.financiers.get(id_, ())
            return Entry(kind, id_, name, counted, paying, part_of_source(register.with_subfunds(id_)))
        case Kind.BODY:
            return Entry(kind, id_, name, register.by_body.get(id_, ()))
        case Kind.MUNICIPALITY:
            return Entry(kind, id_, name, register.by_municipality.get(id_, ()))
        case Kind.THEME:
            return Entry(kind, id_, name, register.by_theme.get(id_, ()))
        case _:
            return Entry(kind, id_, name, register.by_condition.get(id_, ()))


def _organisation(context: Context, id_: str, name: str) -> Entry:
    register = context.register
    units = register.with_units(id_)
    received = register.by_recipient.get(id_, ())
    counted = tuple(record for record in received if not units.isdisjoint(record.recipients))
    others = (*received, *register.by_partner.get(id_, ()), *context.addresses.financiers.get(id_, ()))
    return Entry(Kind.ORGANISATION, id_, name, counted, others, part_of_recipient(units))


def _names(context: Context, kind: Kind) -> dict[str, str]:
    """Give the names of the entries of a kind; of those with one name each has its id beside it."""
    lists, words = context.register.lists, context.words
    if kind is Kind.CONDITION:
        return {id_: words.value(ConditionType(id_)) for id_ in context.addresses.of(kind)}
    named: Mapping[Kind, Mapping[str, Organisation | FundSource | Body | Municipality | Theme]] = {
        Kind.ORGANISATION: lists.organisations,
        Kind.SOURCE: lists.sources,
        Kind.BODY: lists.bodies,
        Kind.MUNICIPALITY: lists.municipalities,
        Kind.THEME: lists.themes,
    }
    names = {id_: named[kind][id_].name for id_ in context.addresses.of(kind)}
    times = Counter(names.values())
    return {id_: name if times[name] == 1 else f"{name} ({id_})" for id_, name in names.items()}
