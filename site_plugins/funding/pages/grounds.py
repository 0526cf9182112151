"""What pages are made from, as digests: with the same digest the same page would be made again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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

    @cached_property
    def all(self) -> str:
        """What a page is made from that any decision may change."""
        return self.of(self.records.values())

    def of(self, *groups: Iterable[Record]) -> str:
        """Give what a page is made from that shows some decisions, group by group in their order."""
        if not self.needed:
            return ""
        each = self._each
        return digest(*["".join([each[record.id] for record in group]) for group in groups])

    @cached_property
    def _each(self) -> Mapping[str, str]:
        """A decision's file, and the title of its page, in which other decisions have a part."""
        return {id_: digest(id_, record.digest, self.titles[id_]) for id_, record in self.records.items()}
