"""The entries of a kind that have pages, by their names; each with its decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from funding.model.registers import Body, FundSource, Municipality, Organisation, Theme
from funding.model.vocabulary import ConditionType
from funding.pages.context import Context
from funding.pages.format import alphabetical
from funding.pages.links import Kind
from funding.pages.lists.entry import Entry
from funding.register import Record, Register


def entries(context: Context, kind: Kind) -> tuple[Entry, ...]:
    """Give the entries of a kind that have pages: by name, conditions in their own order; looked up once for a site."""
    found = context.kept_entries.get(kind)
    if found is None:
        found = context.kept_entries[kind] = tuple(_entries(context, kind))
    return found


def _entries(context: Context, kind: Kind) -> Iterator[Entry]:
    names = _names(context, kind)
    ids = list(context.addresses.of(kind))
    if kind is not Kind.CONDITION:
        ids.sort(key=lambda id_: (alphabetical(names[id_]), id_))
    return (_entry(context, kind, id_, names[id_]) for id_ in ids)


def _entry(context: Context, kind: Kind, id_: str, name: str) -> Entry:
    register, tallies = context.register, context.tallies
    counted, share = tallies.counted(kind, id_), tallies.share(kind, id_)
    paying = register.by_financier.get(id_, ())
    match kind:
        case Kind.ORGANISATION:
            units = register.with_units(id_)
            former = (record for record in register.by_recipient.get(id_, ()) if units.isdisjoint(record.recipients))
            others = (*former, *register.by_partner.get(id_, ()), *paying)
            return Entry(kind, id_, name, _with_others(register, counted, others), counted, share, units)
        case Kind.SOURCE:
            records = _with_others(register, counted, paying)
            return Entry(kind, id_, name, records, counted, share, register.with_subfunds(id_))
        case _:
            return Entry(kind, id_, name, counted, counted)


def _with_others(register: Register, counted: tuple[Record, ...], others: tuple[Record, ...]) -> tuple[Record, ...]:
    """Give decisions with some others among them, newest first."""
    found = {record.id: record for record in (*counted, *others)}
    return tuple(found[id_] for id_ in sorted(found, key=register.numbers.__getitem__)) if others else counted


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
