"""Addresses: which pages there are, and the way from one page to another."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from html import unescape
from urllib.parse import quote

from markupsafe import Markup

from funding.model.parsing import INTERNAL
from funding.model.registers import Body, FundSource, Organisation, Theme
from funding.model.vocabulary import ConditionType
from funding.pages.format import filled, marked, safe
from funding.register import Record, Register
from funding.register.register import with_above

CONDITION_SLUGS: Mapping[ConditionType, str] = {
    ConditionType.FULL_FINANCING: "full-finansiering",
    ConditionType.EU_GRANT: "eu-medel",
    ConditionType.OTHER_FUNDER_GRANT: "annan-finansiar",
    ConditionType.VISIBILITY: "synlighet",
    ConditionType.GENERAL_TERMS: "allmanna-villkor",
    ConditionType.REPORTING: "rapportering",
    ConditionType.CLAIMS: "ansokan-om-utbetalning",
    ConditionType.EVALUATION: "utvardering",
    ConditionType.SEPARATE_ACCOUNTS: "egen-redovisning",
    ConditionType.STATE_AID: "statsstod",
    ConditionType.THIRD_PARTY_AGREEMENT: "avtal-med-annan",
    ConditionType.NO_PRIVATE_GAIN: "ingen-enskild-vinning",
    ConditionType.OTHER: "ovrigt",
}
_LINK = '<a href="%s">%s</a>'
_OWN_LINK = re.compile(_LINK % (f'{INTERNAL}([^"]*)', "(.*?)"))
_TAG = re.compile(r"<[^>]*>")
_LINKS_KEPT = 10_000
ROOT = INTERNAL
"""Begins an address from the site's root: it stands for the way there, which differs from page to page.

What holds such an address can be shown on any page; no text of the data can hold the character.
"""
START = ""
DECISIONS = "beslut/"
STATISTICS = "statistik/"
YEARS = "ar/"
ACCESSIBILITY = "tillganglighet/"
ABOUT = "om/"
DATA = "api/v1/decisions/"


class Kind(StrEnum):
    """What has a page of its own; the word before the colon in a link of a hand-written page."""

    DECISION = "decision"
    ORGANISATION = "organisation"
    SOURCE = "source"
    BODY = "body"
    MUNICIPALITY = "municipality"
    THEME = "theme"
    CONDITION = "condition"
    YEAR = "year"

    @property
    def folder(self) -> str:
        """The address of the page that lists them all."""
        return _FOLDERS[self]


_FOLDERS = {
    Kind.DECISION: DECISIONS,
    Kind.ORGANISATION: "mottagare/",
    Kind.SOURCE: "finansiering/",
    Kind.BODY: "namnd/",
    Kind.MUNICIPALITY: "kommun/",
    Kind.THEME: "tema/",
    Kind.CONDITION: "villkor/",
    Kind.YEAR: YEARS,
}


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to a page, or a plain text where there is none; printed in a template it is safe HTML."""

    text: str
    href: str | None = None

    def __html__(self) -> Markup:
        """Give the link as safe HTML."""
        return _link(self.text, self.href)


@lru_cache(_LINKS_KEPT, typed=True)
def _link(text: str, href: str | None) -> Markup:
    return safe(text) if href is None else filled(_LINK, href, text)


def to(url: str) -> str:
    """Give the link to an address of the site, for :func:`rooted` to complete."""
    return ROOT + url


def rooted(html: Markup, url: str) -> Markup:
    """Complete the links of the safe HTML of the page at ``url``: put in the way to the site's root."""
    if way := "../" * url.count("/"):
        return marked(str.replace(html, ROOT, way))
    return marked(str.replace(html, f'{ROOT}"', './"').replace(ROOT, ""))


def runs(html: Markup) -> Iterator[str | Link]:
    """Give safe HTML as it reads: its plain texts, and among them the links to pages of the site, from its root."""
    texts = iter(_OWN_LINK.split(html))
    for text in texts:
        if text:
            yield _plain(text)
        if (url := next(texts, None)) is not None:
            yield Link(_plain(next(texts)), url)


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", html))


def data_url(record_id: str) -> str:
    """Give the address of a decision's JSON."""
    return f"{DATA}{record_id}.json"


def continued(url: str, number: int) -> str:
    """Give the address of a list's page by its number from 1."""
    return url if number == 1 else f"{url}sida-{number}/"


@dataclass(frozen=True)
class Addresses:
    """The pages of a register by kind and id.

    An entry of a register has a page once a published decision names it, an organisation also if it decides;
    the site's own organisation, municipalities and types of conditions always have one, because "nothing" is an
    answer too.
    """

    register: Register

    def of(self, kind: Kind) -> Mapping[str, str]:
        """Give the addresses of one kind by id."""
        return self._by_kind[kind]

    @cached_property
    def _by_kind(self) -> Mapping[Kind, Mapping[str, str]]:
        slugs: dict[Kind, Mapping[str, str]] = {
            Kind.CONDITION: {kind.value: slug for kind, slug in CONDITION_SLUGS.items()}
        }
        slugs |= {kind: {id_: id_ for id_ in self._ids(kind)} for kind in Kind if kind not in slugs}
        return {
            kind: {id_: f"{kind.folder}{quote(slug)}/" for id_, slug in found.items()} for kind, found in slugs.items()
        }

    def targets(self) -> dict[str, str]:
        """Give what a hand-written page may link to: ``decision:2024/x`` and its address, and so on."""
        return {f"{kind}:{id_}": url for kind in Kind for id_, url in self.of(kind).items()}

    def _ids(self, kind: Kind) -> Iterable[str]:
        lists = self.register.lists
        match kind:
            case Kind.DECISION:
                return self.register.records
            case Kind.MUNICIPALITY:
                return lists.municipalities
            case Kind.YEAR:
                return sorted(self._named[kind])
            case _:
                listed: Mapping[Kind, Iterable[str]] = {
                    Kind.ORGANISATION: lists.organisations,
                    Kind.SOURCE: lists.sources,
                    Kind.BODY: lists.bodies,
                    Kind.THEME: lists.themes,
                }
                return (id_ for id_ in listed[kind] if id_ in self._named[kind])

    @cached_property
    def _named(self) -> Mapping[Kind, Collection[str]]:
        """What decisions name, by one walk: to know which decisions name each takes several times as long."""
        recipients, partners, paying, sources, bodies, themes, years = (set[str]() for _ in range(7))
        for record in self.register.records.values():
            current = record.current
            recipients.update(record.all_recipients)
            partners.update(current.partners or ())
            paying.update([entry.financier for entry in current.financing or ()])
            sources.update([entry.source for entry in current.money.sources or ()])
            bodies.update(record.bodies)
            themes.update(current.themes or ())
            years.add(str(record.year))
        deciding = {self.register.owner_of(body) for body in bodies}
        above = frozenset(with_above(recipients, self.register.unit_parents))
        return {
            Kind.ORGANISATION: above | partners | paying | deciding | {self.register.own},
            Kind.SOURCE: frozenset(with_above(sources, self.register.source_parents)) | paying,
            Kind.BODY: bodies,
            Kind.THEME: themes,
            Kind.YEAR: years,
        }


@dataclass(frozen=True, slots=True)
class Links:
    """The links to what has a page, good on any page; those to entries of registers are made once."""

    addresses: Addresses
    _made: dict[tuple[Kind, str], Link] = field(default_factory=dict)

    def link(self, kind: Kind, id_: str, text: str) -> Link:
        """Give a link to the page of something, or its plain text where it has none."""
        url = self.addresses.of(kind).get(id_)
        return Link(text, None if url is None else to(url))

    def decision(self, record: Record) -> Link:
        """Give a link to a decision."""
        return self.link(Kind.DECISION, record.id, record.current.title)

    def organisation(self, id_: str) -> Link:
        """Give a link to an organisation, by its name."""
        return self._entry(Kind.ORGANISATION, id_, self.addresses.register.lists.organisations)

    def source(self, id_: str) -> Link:
        """Give a link to a source of money, by its name."""
        return self._entry(Kind.SOURCE, id_, self.addresses.register.lists.sources)

    def financier(self, id_: str) -> Link:
        """Give a link to who pays beside us: an organisation or a source."""
        is_organisation = id_ in self.addresses.register.lists.organisations
        return self.organisation(id_) if is_organisation else self.source(id_)

    def body(self, id_: str) -> Link:
        """Give a link to a deciding body, by its name."""
        return self._entry(Kind.BODY, id_, self.addresses.register.lists.bodies)

    def theme(self, id_: str) -> Link:
        """Give a link to a theme, by its name."""
        return self._entry(Kind.THEME, id_, self.addresses.register.lists.themes)

    def municipality(self, code: str) -> Link:
        """Give a link to a municipality, by its name; one that is in no register is its code."""
        entry = self.addresses.register.lists.municipalities.get(code)
        return self.link(Kind.MUNICIPALITY, code, entry.name if entry else code)

    def _entry(self, kind: Kind, id_: str, entries: Mapping[str, Organisation | FundSource | Body | Theme]) -> Link:
        link = self._made.get((kind, id_))
        if link is None:
            link = self._made[kind, id_] = self.link(kind, id_, entries[id_].name)
        return link
