"""The page of each recipient, source, body, municipality, theme and type of condition, and the list of each kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup

from funding.digests import digest
from funding.model.vocabulary import ConditionType
from funding.pages.context import Context
from funding.pages.figures.charts import Chart, chart
from funding.pages.figures.keyfigures import key_figures, others_label
from funding.pages.figures.series import Row as FigureRow
from funding.pages.figures.series import Series
from funding.pages.figures.typical import amount_rows, share_rows
from funding.pages.format import joined
from funding.pages.links import DECISIONS, Kind, Link, continued, to
from funding.pages.lists.entries import entries
from funding.pages.lists.entry import Entry
from funding.pages.lists.entry_facts import entry_facts, wordings
from funding.pages.lists.paged import Listing, list_sources
from funding.pages.lists.paged import rows as decision_rows
from funding.pages.page import Page, PageSource
from funding.pages.parts import ROWS, Fact, Shown, pager, pages_of, sum_beside, sum_fact, sum_shown
from funding.pages.sheet import Crumb, Sheet, make_page
from funding.pages.tiles.tile_map import STYLES, tile_maps
from funding.pages.wording import Wording
from funding.register import Record, total
from funding.register.sums import counts, whole

COUNTY_SHOWN = 20
OVERLAPPING = frozenset({Kind.MUNICIPALITY, Kind.THEME, Kind.CONDITION})


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One entry in the list of its kind: its decisions, those that name it otherwise, what we and others granted."""

    name: Link
    decisions: Markup
    granted: Markup
    beside: tuple[Markup, ...]
    others: Markup | None


def item_sources(context: Context, kind: Kind) -> Iterator[PageSource]:
    """Give the pages after the first of the list of a kind, and those of its entries."""
    found = entries(context, kind)
    for number in range(2, pages_of(len(found)) + 1):
        render = partial(index_page, context, kind, number)
        shown = context.grounds.of(*(entry.records for entry in found[(number - 1) * ROWS : number * ROWS]))
        ground = digest(len(found), _others_label(context), shown)
        yield PageSource(continued(kind.folder, number), render, ground)
    for entry in found:
        yield from list_sources(context, _listing(context, entry))


def index_page(context: Context, kind: Kind, number: int = 1) -> Page:
    """Make a page of the list of a kind, by its number."""
    words, url, found = context.words, continued(kind.folder, number), entries(context, kind)
    title = words.text(f"index.{kind}.title")
    trail = [Crumb(title, kind.folder)]
    if number > 1:
        trail.append(Crumb(words.text("parts.page_number", page=number), url))
        title = words.text("parts.page_of", title=title, page=number)
    description = words.text(f"index.{kind}.description", organisation=context.own_name)
    unused = tuple(entry for entry in found if kind is Kind.CONDITION and not entry.records)
    listed = [entry for entry in found if entry not in unused] if unused else found
    maps = tile_maps(context) if kind is Kind.MUNICIPALITY and number == 1 else ()
    return make_page(
        context,
        Sheet(url, title, description, tuple(trail), assets=(STYLES,) if maps else ()),
        "index.html",
        kind=kind,
        organisation=context.own_name,
        rows=tuple(_index_row(context, entry) for entry in listed[(number - 1) * ROWS : number * ROWS]),
        unused=tuple(context.links.link(kind, entry.id, entry.name) for entry in unused),
        pager=pager(kind.folder, number, len(found)),
        others=_others_label(context),
        overlapping=kind in OVERLAPPING,
        maps=maps,
    )


def _others_label(context: Context) -> str | None:
    return others_label(context, context.tallies.all.others) if context.others else None


def _index_row(context: Context, entry: Entry) -> IndexRow:
    form = context.form
    tally = context.tallies.of(entry.kind, entry.id)
    granted, elsewhere = tally.ours.whole, tally.others.whole
    return IndexRow(
        name=context.links.link(entry.kind, entry.id, entry.name),
        decisions=_decisions(context, entry),
        granted=sum_shown(form, granted),
        beside=sum_beside(form, granted),
        others=sum_shown(form, elsewhere) if elsewhere.granting else None,
    )


def _decisions(context: Context, entry: Entry) -> Markup:
    """Say how many decisions are an entry's own, and in how many it has another part."""
    form, own = context.form, len(entry.counted)
    others = len(entry.records) - own
    said = [form.counted("parts.matters", own)] if own or not others else []
    said += [form.counted("index.otherwise", others)] if others else []
    return joined(said)


def _listing(context: Context, entry: Entry) -> Listing:
    words = context.words
    url = context.addresses.of(entry.kind)[entry.id]
    return Listing(
        url=url,
        title=words.text(f"item.{entry.kind}.title", name=entry.name),
        description=words.text(f"item.{entry.kind}.description", name=entry.name, organisation=context.own_name),
        trail=(Crumb(words.text(f"index.{entry.kind}.title"), entry.kind.folder), Crumb(entry.name, url)),
        records=entry.records,
        template="item.html",
        head=partial(_head, context, entry),
        ground=_ground(context, entry),
        role=partial(_role, context, entry) if entry.kind in (Kind.ORGANISATION, Kind.SOURCE) else None,
    )


def _ground(context: Context, entry: Entry) -> str:
    """Give what the figures and facts of an entry are made from beside the decisions that name it."""
    county = context.backwards.for_county.get(entry.id[:2], ()) if entry.kind is Kind.MUNICIPALITY else ()
    return context.grounds.of(county)


def _head(context: Context, entry: Entry) -> Mapping[str, Any]:
    wording = Wording(context)
    return {
        "entry": entry,
        "about": context.words.text(f"item.condition.about.{entry.id}") if entry.kind is Kind.CONDITION else None,
        "keyfigures": (
            *key_figures(context, context.tallies.of(entry.kind, entry.id)),
            *_as_partner(context, entry),
        ),
        "facts": entry_facts(wording, entry),
        "wordings": wordings(wording, ConditionType(entry.id)) if entry.kind is Kind.CONDITION else (),
        "chart": _years(context, entry),
        "notes": _notes(context, entry),
        "asked": _asked(entry) if entry.counted else None,
        **_typical(context, entry),
        **_county(wording, entry),
    }


def _asked(entry: Entry) -> str:
    """Give the way to the same decisions in the list that can be searched; its filters are named like the kinds."""
    param = "recipient" if entry.kind is Kind.ORGANISATION else entry.kind.value
    return f"{to(DECISIONS)}?{urlencode({param: entry.id})}"


def _typical(context: Context, entry: Entry) -> Mapping[str, Any]:
    """Give what we normally grant within a theme: amounts and shares, where there are enough of them."""
    ours = context.tallies.part(entry.counted)[0] if entry.kind is Kind.THEME else ()
    return {"amounts": amount_rows(context, ours), "shares": share_rows(context, ours)}


def _county(wording: Wording, entry: Entry) -> Mapping[str, Any]:
    """Give the latest decisions for the whole county of a municipality: they may reach it, but are in no sum of it."""
    counties = wording.context.backwards.for_county
    found = counties.get(entry.id[:2], ()) if entry.kind is Kind.MUNICIPALITY else ()
    context, more = wording.context, len(found) - COUNTY_SHOWN
    return {
        "county": decision_rows(context, found[:COUNTY_SHOWN]),
        "county_more": context.form.counted("parts.more", more, all=_nowhere(context)) if more > 0 else None,
    }


def _nowhere(context: Context) -> Link:
    """Give the way to the decisions that name no municipality, those for whole counties among them."""
    return Link(context.words.text("parts.all.nowhere"), f"{to(DECISIONS)}?{urlencode({'municipality': 'none'})}")


def _as_partner(context: Context, entry: Entry) -> tuple[Fact, ...]:
    """Give what we have granted to projects of others in which an organisation is a partner."""
    named = context.register.by_partner.get(entry.id, ()) if entry.kind is Kind.ORGANISATION else ()
    granted = total(context.tallies.part(record for record in named if not entry.counts(record))[0])
    if not granted.granting:
        return ()
    words, note = context.words, context.form.say("item.organisation.partner_overlap")
    return (sum_fact(context.form, words.text("item.organisation.as_partner"), granted, (note,)),)


def _years(context: Context, entry: Entry) -> Chart | None:
    """Give what we have granted year by year; a single year says no more than the sum."""
    sums = context.tallies.of(entry.kind, entry.id).ours.years
    years = sorted((year for year, sum_ in sums.items() if sum_.granting), reverse=True)
    if len(years) == 1:
        return None
    rows = (FigureRow(context.links.link(Kind.YEAR, str(year), str(year)), sums[year]) for year in years)
    return chart(context.form, Series("year", tuple(rows), by=context.own_name))


def _notes(context: Context, entry: Entry) -> tuple[Shown, ...]:
    """Say how to read the sums: that they overlap, or that a whole stands where the part is not known."""
    notes: list[Shown] = []
    named_only = entry.kind is Kind.ORGANISATION and len(entry.records) > len(entry.counted)
    if entry.kind in OVERLAPPING or named_only:
        notes.append(context.form.say(f"item.{entry.kind}.overlap"))
    if _undivided(entry):
        notes.append(context.form.say(f"item.{entry.kind}.undivided"))
    return tuple(notes)


def _undivided(entry: Entry) -> bool:
    """Tell whether a decision that is shared with others counts whole, because the parts are not known."""
    match entry.kind:
        case Kind.ORGANISATION:
            shared = (record for record in entry.counted if len(record.recipients) > 1)
        case Kind.SOURCE:
            shared = (record for record in entry.counted if len(record.current.money.sources or ()) > 1)
        case _:
            return False
    return any(counts(record) and entry.share(record) == whole(record) for record in shared)


def _role(context: Context, entry: Entry, record: Record) -> Markup | None:
    """Say what an entry is to a decision where that is not plain, and which part of the amount is its own."""
    form = context.form
    if not entry.counts(record):
        return form.say(f"item.role.{_other_role(entry, record)}")
    part, amount = entry.share(record), whole(record)
    if part is None or amount is None or part.value == amount.value:
        return None
    return form.say("item.role.part", amount=form.amount(part, record.current.money.currency))


def _other_role(entry: Entry, record: Record) -> str:
    if entry.kind is Kind.ORGANISATION and entry.id in (record.current.partners or ()):
        return "partner"
    paying = (other.financier for other in record.current.financing or ())
    return "financier" if entry.id in paying else "former_recipient"
