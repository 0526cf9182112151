"""The one list of everything that a site has: pages and data files, each made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from urllib.parse import urlsplit

from funding.cache import Cache
from funding.catalogue import RULES
from funding.digests import digest
from funding.exports.decision_json import decision_json
from funding.exports.hosting import hosting_files
from funding.exports.sitemap import SITEMAP, SITEMAPS, robots_txt, sitemaps
from funding.labels import Words
from funding.options import Options
from funding.pages.context import Context
from funding.pages.decision.decision_page import decision_page
from funding.pages.likeness.remembered import Recent
from funding.pages.links import ACCESSIBILITY, DATA, DECISIONS, START, STATISTICS, YEARS, Kind, data_url
from funding.pages.lists.decisions import all_decisions, decision_lists
from funding.pages.lists.entry import ENTRY_KINDS
from funding.pages.lists.found import search_folder
from funding.pages.lists.items import index_page, item_sources
from funding.pages.lists.paged import make_rows
from funding.pages.overviews.accessibility import accessibility_page
from funding.pages.overviews.fields import FIELDS, fields_page
from funding.pages.overviews.gone import gone_sources
from funding.pages.overviews.notfound import not_found_page
from funding.pages.overviews.start import start_page
from funding.pages.overviews.statistics import statistics_page
from funding.pages.overviews.years import year_sources, years_page
from funding.pages.page import NOT_FOUND, DataFile, DataFolder, Page, PageSource, Section
from funding.pages.rules.rule_list import rule_sources, rules_page
from funding.pages.suggest import SUGGEST, words_of_suggestions
from funding.register import Register
from funding.search import Synonyms

ROBOTS = "robots.txt"


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that is published.

    The ``overviews`` are the few pages that the site generator renders whole and that may stand in the navigation; all
    else, which grows with the number of decisions, is in ``sections``. ``folders`` are made when something in them is
    asked for. ``targets`` is what hand-written pages may link to, and its address. ``ground`` is a digest of what all
    pages and files are made from; ``make_ready`` works out beforehand what many of them share.
    """

    overviews: tuple[PageSource, ...]
    sections: tuple[Section, ...]
    folders: tuple[DataFolder, ...]
    targets: Mapping[str, str]
    ground: str
    make_ready: Callable[[], None]


def site_pages(  # noqa: PLR0913 - what a site is made of, each from another source
    register: Register,
    options: Options,
    words: Words,
    today: date,
    site_url: str,
    *,
    handwritten: Iterable[str] = (),
    recent: Recent | None = None,
    kept: Cache | None = None,
    similar: Cache | None = None,
    glossary: Mapping[str, str] | None = None,
    synonyms: Synonyms = (),
) -> Site:
    """Give the pages and files of a site as of a day.

    ``register`` holds what is free of errors; what an embargo hides on that day is left out here, for all pages and
    files. ``site_url`` is the site's absolute address. ``handwritten`` are the addresses of pages that others make,
    for the sitemap. The site of a live preview is given ``recent``, what the last one has read, and works out nothing
    that only later builds would ask for. ``kept`` is what earlier builds worked out of the search index, ``similar``
    of what is similar; ``synonyms`` are the groups of words that mean the same to the search. ``glossary`` explains
    words by their small letters.
    """
    context = Context(register.published(today), options, words, today, site_url, recent, glossary=glossary or {})
    grounds = _grounds(context) if context.lasting else dict.fromkeys(context.register.records, "")
    overviews = tuple(_overviews(context))
    listed = tuple(_listed(context, _with_similar(context, grounds, similar) if context.lasting else grounds))

    def addresses() -> Iterator[str]:
        pages = (*overviews, *(page for section in listed for page in section.listed))
        return map(context.absolute, (*(page.url for page in pages), *handwritten))

    sections = (*listed, *_unlisted(context, grounds), *_beside(context, addresses))
    folders = (search_folder(context, kept, synonyms),)
    ground = _common_ground(context)
    targets = context.addresses.targets()
    return Site(overviews, sections, folders, targets, ground, partial(_make_ready, context))


def _make_ready(context: Context) -> None:
    """Walk over all decisions before there are workers: one that did so would make the whole register its own."""
    _ = context.register.published_ids
    context.templates.make_ready()
    context.backwards.make_ready()
    make_rows(context)


def _overviews(context: Context) -> Iterator[PageSource]:
    """Give the pages that a navigation may name, in the order in which one names them."""
    words, organisation = context.words, context.own_name
    yield _overview(START, words.text("start.title", organisation=organisation), partial(start_page, context))
    yield all_decisions(context)
    for kind in ENTRY_KINDS:
        yield _overview(kind.folder, words.text(f"index.{kind}.title"), partial(index_page, context, kind))
    yield _overview(YEARS, words.text("year.all"), partial(years_page, context))
    yield _overview(STATISTICS, words.text("statistics.title"), partial(statistics_page, context))
    yield _overview(RULES, words.text("rules.title"), partial(rules_page, context))
    yield _overview(FIELDS, words.text("fields.title"), partial(fields_page, context))
    yield _overview(ACCESSIBILITY, words.text("accessibility.title"), partial(accessibility_page, context))


def _overview(url: str, title: str, render: Callable[[], Page]) -> PageSource:
    return PageSource(url, render, title=title)


def _listed(context: Context, grounds: Mapping[str, str]) -> Iterator[Section]:
    """Give the other pages that search engines may list; ``grounds`` are those of decisions by id."""
    yield Section(DECISIONS, partial(_decisions, context, grounds))
    yield Section(DECISIONS, partial(decision_lists, context))
    for kind in ENTRY_KINDS:
        yield Section(kind.folder, partial(item_sources, context, kind))
    yield Section(YEARS, partial(year_sources, context))
    yield Section(RULES, partial(rule_sources, context))


def _decisions(context: Context, grounds: Mapping[str, str]) -> Iterator[PageSource]:
    urls = context.addresses.of(Kind.DECISION)
    for record in context.register.records.values():
        yield PageSource(urls[record.id], partial(decision_page, context, record), grounds[record.id])


def _unlisted(context: Context, grounds: Mapping[str, str]) -> Iterator[Section]:
    """Give the pages that search engines may not list, and the data of decisions by their ``grounds``."""
    not_found = PageSource(NOT_FOUND, partial(not_found_page, context), digest())
    yield Section(DECISIONS, partial(gone_sources, context))
    yield Section(NOT_FOUND, lambda: [not_found])
    yield Section(DATA, partial(_data, context, grounds))


def _grounds(context: Context) -> Mapping[str, str]:
    """Give what the files of decisions are made from, each with its relatives."""
    relatives, of_one = context.register.relatives, context.grounds.of_one
    return {id_: of_one(record, relatives.get(id_, ())) for id_, record in context.register.records.items()}


def _with_similar(context: Context, grounds: Mapping[str, str], kept: Cache | None) -> Mapping[str, str]:
    """Give what the pages of decisions are made from, with the similar decisions that each of them shows."""
    context.similar.work_out(kept)
    named, beside = context.similar.named, context.grounds.beside
    return {id_: beside(grounds[id_], *named(record)) for id_, record in context.register.records.items()}


def _data(context: Context, grounds: Mapping[str, str]) -> Iterator[DataFile]:
    for record in context.register.records.values():
        url = context.absolute(context.addresses.of(Kind.DECISION)[record.id])
        render = partial(decision_json, record, context.register, url, context.today)
        yield DataFile(data_url(record.id), render, grounds[record.id])


def _beside(context: Context, addresses: Callable[[], Iterable[str]]) -> Iterator[Section]:
    """Give the files beside the pages: for search engines, which may list some addresses, for scripts and hosts."""
    yield Section(SITEMAPS, partial(_sitemaps, context, addresses))
    yield Section("", partial(_for_hosts, context))


def _sitemaps(context: Context, addresses: Callable[[], Iterable[str]]) -> Iterator[DataFile]:
    listed = tuple(addresses())
    ground = digest(*listed)
    for name, render in sitemaps(listed, context.absolute).items():
        yield DataFile(name, render, ground)


def _for_hosts(context: Context) -> Iterator[DataFile]:
    yield DataFile(ROBOTS, partial(robots_txt, context.absolute(SITEMAP)), digest())
    yield DataFile(SUGGEST, partial(words_of_suggestions, context.words), digest())
    for name, write in hosting_files(urlsplit(context.absolute("")).path).items():
        yield DataFile(name, write)


def _common_ground(context: Context) -> str:
    """Give what every page is made from: the registers, the options, the day, and which entries have pages."""
    register = context.register
    entries = (url for kind in Kind if kind is not Kind.DECISION for url in context.addresses.of(kind).values())
    explained = (part for entry in sorted(context.glossary.items()) for part in entry)
    registers = (register.lists, register.own, register.tombstones)
    return digest(
        *registers, context.options, context.words.lang, context.today, context.site_url, *explained, *entries
    )
