"""Granted money along years, sources, recipients, places and subjects: series of sums as values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from funding.model.vocabulary import OrganisationType
from funding.pages.context import Context
from funding.pages.format import alphabetical
from funding.pages.links import Kind, Link
from funding.pages.tallies import Side, Tally
from funding.register import Record, Total, total
from funding.register.sums import counts, part_of_recipient


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a series: what it is about, and what it comes to."""

    name: Link
    total: Total


@dataclass(frozen=True, slots=True)
class Series:
    """Sums side by side. ``of`` names its texts; ``unnamed`` is what belongs to none of the rows.

    ``overlapping`` says that some money stands in several rows, so that the rows come to more than all of it.
    ``by`` is who granted all of it, where it is the money of one.
    """

    of: str
    rows: tuple[Row, ...]
    unnamed: Row | None = None
    overlapping: bool = False
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """The series of our decisions, or of others', in all years or in one. Only what counts as granted is in them."""

    context: Context
    ours: bool = True
    year: int | None = None

    @property
    def whole(self) -> Total:
        """What all of these decisions come to."""
        return self._total(self.context.tallies.all)

    def years(self) -> Series:
        """Give the years, newest first; one without a decision between two others has its line too."""
        found = {year: sum_ for year, sum_ in self._side(self.context.tallies.all).years.items() if sum_.granting}
        span = range(max(found), min(found) - 1, -1) if found else ()
        link = self.context.links.link
        return Series(
            "year", tuple(Row(link(Kind.YEAR, str(y), str(y)), found.get(y, Total())) for y in span), by=self._by
        )

    def sources(self) -> Series:
        """Give the sources of money, each with its part; sub-funds lie in their fund."""
        return self._series("source", Kind.SOURCE)

    def recipients(self) -> Series:
        """Give today's recipients, each with its part; units lie in the organisation that they belong to."""
        return self._series("recipient", Kind.ORGANISATION)

    def recipient_types(self) -> Series:
        """Give the types of today's recipients, each with its recipients' part, in all years."""
        recipients: dict[OrganisationType, set[str]] = {}
        found: dict[OrganisationType, list[Record]] = {}
        left: list[Record] = []
        for record in filter(counts, self.context.ours if self.ours else self.context.others):
            typed = [(kind, id_) for id_ in record.recipients if (kind := self._type(id_))]
            for kind, id_ in typed:
                recipients.setdefault(kind, set()).add(id_)
            for kind in dict.fromkeys(kind for kind, _ in typed):
                found.setdefault(kind, []).append(record)
            if not typed:
                left.append(record)
        label = self.context.words.value
        rows = [
            Row(Link(label(kind)), total(records, part_of_recipient(frozenset(recipients[kind]))))
            for kind, records in found.items()
        ]
        return self._sorted("recipient_type", rows, total(left))

    def municipalities(self) -> Series:
        """Give the municipalities where the money works."""
        return self._series("municipality", Kind.MUNICIPALITY)

    def themes(self) -> Series:
        """Give the themes."""
        return self._series("theme", Kind.THEME)

    def bodies(self) -> Series:
        """Give those who decided."""
        return self._series("body", Kind.BODY)

    def _series(self, of: str, kind: Kind) -> Series:
        tallies, link = self.context.tallies, self.context.links.link
        sums = ((id_, name, self._total(tallies.of(kind, id_))) for id_, name in tallies.tops(kind).items())
        rows = [Row(link(kind, id_, name), sum_) for id_, name, sum_ in sums if sum_.granting]
        return self._sorted(of, rows, self._total(tallies.left(kind)))

    def _sorted(self, of: str, rows: Iterable[Row], left: Total) -> Series:
        """Put the rows in order, most money first, and set apart what belongs to none of them."""
        ordered = sorted(rows, key=lambda row: (-row.total.granted, -row.total.granting, alphabetical(row.name.text)))
        unnamed = Row(Link(self.context.words.text(f"figures.{of}.none")), left) if left.granting else None
        placed = sum(row.total.granted for row in (*ordered, unnamed) if row)
        return Series(of, tuple(ordered), unnamed, placed > self.whole.granted, self._by)

    @property
    def _by(self) -> str | None:
        return self.context.own_name if self.ours else None

    def _side(self, tally: Tally) -> Side:
        return tally.ours if self.ours else tally.others

    def _total(self, tally: Tally) -> Total:
        return self._side(tally).in_year(self.year)

    def _type(self, organisation: str) -> OrganisationType | None:
        """Give what an organisation is; a unit is what it belongs to."""
        entries = self.context.register.lists.organisations
        entry = entries[organisation]
        return entry.type or (self._type(entry.unit_of) if entry.unit_of else None)
