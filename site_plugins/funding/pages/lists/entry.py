"""An entry of the registers that has a page: its name, its decisions, and which part of each is its own."""

from __future__ import annotations

from dataclasses import dataclass, field

from funding.pages.links import Kind
from funding.register import Record
from funding.register.sums import PartOf, whole

ENTRY_KINDS = (Kind.ORGANISATION, Kind.SOURCE, Kind.BODY, Kind.MUNICIPALITY, Kind.THEME, Kind.CONDITION)


@dataclass(frozen=True, slots=True)
class Entry:
    """One recipient, source, body, municipality, theme or type of condition.

    ``records`` are all decisions that name it, newest first. ``counted`` are those that its sums add up, ``share``
    gives how much of each; in the others it has another part: as a partner, as a former recipient, as one who pays
    beside. ``below`` are the ids of an organisation with its units, of a source with its parts.
    """

    kind: Kind
    id: str
    name: str
    records: tuple[Record, ...]
    counted: tuple[Record, ...]
    share: PartOf = field(default=whole)
    below: frozenset[str] = frozenset()

    def counts(self, record: Record) -> bool:
        """Tell whether a decision that names it is one of ``counted``."""
        match self.kind:
            case Kind.ORGANISATION:
                return not self.below.isdisjoint(record.recipients)
            case Kind.SOURCE:
                return any(named.source in self.below for named in record.current.money.sources or ())
            case _:
                return True
