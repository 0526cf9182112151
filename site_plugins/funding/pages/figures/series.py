"""Granted money along years, sources, recipients, places and subjects: series of sums as values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from funding.model.vocabulary import OrganisationType
from funding.pages.context import Context
from funding.pages.format import alphabetical
from funding.pages.links import Kind, Link
from funding.register import Record, Total, total
from funding.register.sums import PartOf, counts, part_of_recipient, part_of_source, whole

Groups = Mapping[str, tuple[Record, ...]]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a series: what it is about, and what it comes to."""

    name: Link
    total: Total


@dataclass(frozen=True, slots=True)
class Series:
    """Sums side by side. ``of`` names its texts; ``unnamed`` is what belongs to none of the rows.

    ``overlapping`` says that some money stands in several rows, so that the rows come to more than all of it.
    """

    of: str
    rows: tuple[Row, ...]
    unnamed: Row | None = None
    overlapping: bool = False


@dataclass(frozen=True)
class Figures:
    """The series of some decisions. Only what counts as granted is in them."""

    context: Context
    records: tuple[Record, ...]

    @cached_property
    def granting(self) -> tuple[Record, ...]:
        """The decisions that count as granted money."""
        return tuple(record for record in self.records if counts(record))

    def years(self) -> Series:
        """Give the years, newest first; one without a decision between two others has its line too."""
        found = self._chosen(self.context.register.by_year)
        years = [int(year) for year in found]
        span = range(max(years), min(years) - 1, -1) if years else ()
        rows = (self._row(Kind.YEAR, str(year), str(year), found.get(str(year), ())) for year in span)
        return Series("year", tuple(rows))

    def sources(self) -> Series:
        """Give the sources of money, each with its part; sub-funds lie in their fund."""
        register = self.context.register
        names = {id_: entry.name for id_, entry in register.lists.sources.items() if entry.part_of is None}
        found = self._chosen(register.by_source, names)
        rows = [
            self._row(Kind.SOURCE, id_, names[id_], records, part_of_source(register.with_subfunds(id_)))
            for id_, records in found.items()
        ]
        return self._sorted("source", rows, found)

    def recipients(self) -> Series:
        """Give today's recipients, each with its part; units lie in the organisation that they belong to."""
        register = self.context.register
        entries = register.lists.organisations
        names = {id_: entry.name for id_, entry in entries.items() if entry.unit_of is None}
        rows: list[Row] = []
        found: dict[str, tuple[Record, ...]] = {}
        for id_, named in self._chosen(register.by_recipient, names).items():
            units = register.with_units(id_)
            records = tuple(record for record in named if not units.isdisjoint(record.recipients))
            if records:
                found[id_] = records
                rows.append(self._row(Kind.ORGANISATION, id_, names[id_], records, part_of_recipient(units)))
        return self._sorted("recipient", rows, found)

    def recipient_types(self) -> Series:
        """Give the types of today's recipients, each with its recipients' part."""
        recipients: dict[OrganisationType, set[str]] = {}
        for id_ in sorted({id_ for record in self.granting for id_ in record.recipients}):
            if kind := self._type(id_):
                recipients.setdefault(kind, set()).add(id_)
        rows: list[Row] = []
        found: dict[str, tuple[Record, ...]] = {}
        for kind, ids in recipients.items():
            found[kind] = tuple(record for record in self.granting if not ids.isdisjoint(record.recipients))
            sum_ = total(found[kind], part_of_recipient(frozenset(ids)))
            rows.append(Row(Link(self.context.words.value(kind)), sum_))
        return self._sorted("recipient_type", rows, found)

    def municipalities(self) -> Series:
        """Give the municipalities where the money works."""
        names = {code: entry.name for code, entry in self.context.register.lists.municipalities.items()}
        return self._plain("municipality", Kind.MUNICIPALITY, self.context.register.by_municipality, names)

    def themes(self) -> Series:
        """Give the themes."""
        names = {id_: entry.name for id_, entry in self.context.register.lists.themes.items()}
        return self._plain("theme", Kind.THEME, self.context.register.by_theme, names)

    def bodies(self) -> Series:
        """Give those who decided."""
        names = {id_: entry.name for id_, entry in self.context.register.lists.bodies.items()}
        return self._plain("body", Kind.BODY, self.context.register.by_body, names)

    def _plain(self, of: str, kind: Kind, index: Groups, names: Mapping[str, str]) -> Series:
        found = self._chosen(index, names)
        return self._sorted(of, [self._row(kind, id_, names[id_], records) for id_, records in found.items()], found)

    def _sorted(self, of: str, rows: list[Row], found: Groups) -> Series:
        """Put the rows in order, most money first, and set apart what belongs to none of them."""
        named = {record.id for records in found.values() for record in records}
        left = tuple(record for record in self.granting if record.id not in named)
        unnamed = Row(Link(self.context.words.text(f"figures.{of}.none")), total(left)) if left else None
        rows.sort(key=lambda row: (-row.total.granted, -row.total.granting, alphabetical(row.name.text)))
        placed = sum(row.total.granted for row in (*rows, unnamed) if row)
        return Series(of, tuple(rows), unnamed, placed > total(self.granting).granted)

    def _chosen(self, index: Groups, names: Iterable[str] | None = None) -> dict[str, tuple[Record, ...]]:
        wanted = {record.id for record in self.granting}
        found = {
            key: tuple(record for record in records if record.id in wanted)
            for key, records in index.items()
            if names is None or key in names
        }
        return {key: records for key, records in found.items() if records}

    def _row(self, kind: Kind, id_: str, name: str, records: Iterable[Record], share: PartOf = whole) -> Row:
        return Row(self.context.links.link(kind, id_, name), total(records, share))

    def _type(self, organisation: str) -> OrganisationType | None:
        """Give what an organisation is; a unit is what it belongs to."""
        entries = self.context.register.lists.organisations
        entry = entries[organisation]
        return entry.type or (self._type(entry.unit_of) if entry.unit_of else None)
