"""What every page of one site stands on: the data, the words, the day, and what is made from them once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from funding.labels import Words
from funding.options import Options
from funding.pages.backwards import Backwards
from funding.pages.format import Format
from funding.pages.glossary import meaning
from funding.pages.grounds import Grounds
from funding.pages.json_ld import Node
from funding.pages.likeness.remembered import Recent
from funding.pages.likeness.similar import Similar
from funding.pages.links import Addresses, Kind, Links
from funding.pages.lists.entry import Entry
from funding.pages.lists.kept import KeptRows
from funding.pages.page import absolute
from funding.pages.tallies import Tallies
from funding.pages.templating import Templates, templates_in
from funding.register import Record, Register


@dataclass(frozen=True)
class Context:
    """One site on one day in one language.

    ``register`` holds only what may be seen on that day. ``site_url`` is the site's absolute address. The site of a
    live preview has ``recent``, what the last one has read. ``glossary`` are explanations by their words in small
    letters.
    """

    register: Register
    options: Options
    words: Words
    today: date
    site_url: str
    recent: Recent | None = None
    glossary: Mapping[str, str] = field(default_factory=dict)

    @property
    def lasting(self) -> bool:
        """Whether anything may be kept for a later build: nothing of a live preview is."""
        return self.recent is None

    @cached_property
    def form(self) -> Format:
        """How numbers, dates and sentences are written."""
        return Format(self.words)

    @cached_property
    def templates(self) -> Templates:
        """The templates in the site's language."""
        return templates_in(self.words.lang)

    @cached_property
    def addresses(self) -> Addresses:
        """Which pages there are."""
        return Addresses(self.register)

    @cached_property
    def links(self) -> Links:
        """The links to those pages."""
        return Links(self.addresses)

    @cached_property
    def backwards(self) -> Backwards:
        """What the register says, read backwards."""
        return Backwards(self.register)

    @cached_property
    def own_name(self) -> str:
        """The name of the site's own organisation; its id in the live preview of a project that lacks it."""
        own = self.register.lists.organisations.get(self.register.own)
        return own.name if own else self.register.own

    @property
    def ours(self) -> tuple[Record, ...]:
        """Our own decisions, newest first."""
        return self._parted[0]

    @property
    def others(self) -> tuple[Record, ...]:
        """Others' decisions, newest first; where there are none a site shows one figure only."""
        return self._parted[1]

    @cached_property
    def _parted(self) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
        return self.tallies.part(self.register.by_date)

    @cached_property
    def tallies(self) -> Tallies:
        """What the decisions come to, by whatever they are listed under."""
        return Tallies(self.register)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The title of each decision's page by id, which no other decision has: ties are told apart by their id."""
        named = Counter(record.current.title for record in self.register.records.values())
        return {
            id_: record.current.title if named[record.current.title] == 1 else f"{record.current.title} ({id_})"
            for id_, record in self.register.records.items()
        }

    @cached_property
    def folder_years(self) -> frozenset[int]:
        """The years in the addresses of decisions."""
        return frozenset(record.folder_year for record in self.register.records.values())

    @cached_property
    def kept_rows(self) -> KeptRows:
        """The rows of decisions that have stood in lists."""
        return KeptRows()

    @cached_property
    def kept_entries(self) -> dict[Kind, tuple[Entry, ...]]:
        """The entries of each kind whose list or pages have been asked for."""
        return {}

    @cached_property
    def kept_nodes(self) -> dict[str, Node]:
        """The JSON-LD of each organisation that a page has named."""
        return {}

    @cached_property
    def similar(self) -> Similar:
        """Which decisions are like each other."""
        return Similar(self.register, self.recent)

    @cached_property
    def grounds(self) -> Grounds:
        """What pages are made from."""
        return Grounds(self.register.records, self.titles, needed=self.lasting)

    def explained(self, label: str, term: str) -> str:
        """Give a label with what a term in it means folded up beside it; alone where the glossary lacks the word."""
        shown = self._labels.get((label, term))
        if shown is None:
            found = meaning(self.words, self.glossary, term)
            render = self.templates.render
            shown = render("explained.html", label=label, word=found[0], meaning=found[1]) if found else label
            self._labels[label, term] = shown
        return shown

    @cached_property
    def _labels(self) -> dict[tuple[str, str], str]:
        return {}

    def absolute(self, url: str) -> str:
        """Give the absolute form of an address of the site."""
        return absolute(self.site_url, url)
