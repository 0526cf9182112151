"""What pages are made from, as digests: with the same digest the same page would be made again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from funding.digests import digest
from funding.register import Record


@dataclass(frozen=True)
class Grounds:
    """The digests of the decisions of one site; ``titles`` are those of their pages by id.

    Where they are not ``needed``, because nothing is kept from one build to the next, they say nothing.
    """

    records: Mapping[str, Record]
    titles: Mapping[str, str]
    needed: bool = True

    def of(self, *groups: Iterable[Record]) -> str:
        """Give what a page is made from that shows some decisions, group by group in their order."""
        return digest(*map(self._joined, groups)) if self.needed else ""

    def of_one(self, record: Record, others: Sequence[Record]) -> str:
        """Give what a page is made from that shows a decision, and others that may be none."""
        own = self._each[record.id] if self.needed else ""
        return self.beside(own, others) if others else own

    def beside(self, ground: str, others: Iterable[Record], *said: str) -> str:
        """Give what a page is made from that shows other decisions too, and says something of them."""
        return digest(ground, self._joined(others), *said) if self.needed else ""

    def _joined(self, records: Iterable[Record]) -> str:
        each = self._each
        return "".join([each[record.id] for record in records])

    @cached_property
    def _each(self) -> Mapping[str, str]:
        """A decision's file, and the title of its page, in which other decisions have a part."""
        return {id_: digest(id_, record.digest, self.titles[id_]) for id_, record in self.records.items()}
