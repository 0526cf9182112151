"""The figures of each year, and the list of all years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from markupsafe import Markup

from funding.digests import digest
from funding.pages.context import Context
from funding.pages.figures.charts import Chart, Cut, chart, charts
from funding.pages.figures.keyfigures import key_figures, others_label, others_undecided
from funding.pages.figures.series import Figures
from funding.pages.links import DECISIONS, YEARS, Kind, Link, to
from funding.pages.lists.paged import Row as DecisionRow
from funding.pages.lists.paged import rows
from funding.pages.page import Page, PageSource
from funding.pages.parts import sum_beside, sum_shown
from funding.pages.sheet import Crumb, Sheet, make_page
from funding.register import Record

LARGEST = 10
LISTED = 20


@dataclass(frozen=True, slots=True)
class YearRow:
    """One year of the list: what we granted, in how many decisions, what is undecided, what others granted.

    ``undecided_elsewhere`` says how much is undecided with others.
    """

    name: Link
    granted: Markup
    beside: tuple[Markup, ...]
    decisions: Markup
    undecided: Markup
    undecided_elsewhere: tuple[Markup, ...]
    others: Markup | None


_ANCHORS = {"undecided": "ej-beslutade", "undated": "utan-datum", "elsewhere": "annan-adress"}


@dataclass(frozen=True, slots=True)
class Group:
    """Decisions of a year that are told apart at ``anchor``; ``more`` says how many are not shown."""

    anchor: str
    title: Markup
    text: Markup
    decisions: tuple[DecisionRow, ...]
    more: Markup | None


def year_sources(context: Context) -> Iterator[PageSource]:
    """Give each year's page."""
    for year, url in context.addresses.of(Kind.YEAR).items():
        ground = digest(context.grounds.of(context.register.by_year[year]), _has_list(context, year))
        yield PageSource(url, partial(year_page, context, year), ground)


def years_page(context: Context) -> Page:
    """Make the list of years."""
    title = context.words.text("year.all")
    years = tuple(_row(context, year) for year in sorted(context.register.by_year, reverse=True))
    return make_page(
        context,
        Sheet(YEARS, title, context.words.text("year.all_description"), (Crumb(title, YEARS),)),
        "years.html",
        organisation=context.own_name,
        rows=years,
        others=others_label(context, context.tallies.all.others) if context.others else None,
    )


def year_page(context: Context, year: str) -> Page:
    """Make the page of one year."""
    url = context.addresses.of(Kind.YEAR)[year]
    words, tally = context.words, context.tallies.of(Kind.YEAR, year)
    title = words.text("year.title", year=year)
    trail = (Crumb(words.text("year.all"), YEARS), Crumb(year, url))
    description = words.text(
        "year.description",
        year=year,
        organisation=context.own_name,
        amount=context.form.money_text(tally.ours.whole.granted),
    )
    return make_page(
        context,
        Sheet(url, title, description, trail),
        "year.html",
        year=year,
        organisation=context.own_name,
        keyfigures=key_figures(context, tally),
        others_undecided=others_undecided(context, tally.others),
        charts=_charts(context, year),
        listed=to(f"{DECISIONS}{year}/") if _has_list(context, year) else None,
        groups=_groups(context, year),
    )


def _charts(context: Context, year: str) -> tuple[Chart, ...]:
    figures = Figures(context, year=int(year))
    largest = chart(context.form, figures.recipients(), Cut(LARGEST, _found(context, year)))
    rest = charts(context.form, figures.sources(), figures.themes(), figures.municipalities())
    return (*((largest,) if largest else ()), *rest)


def _has_list(context: Context, year: str) -> bool:
    return int(year) in context.folder_years


def _groups(context: Context, year: str) -> tuple[Group, ...]:
    """Give what a reader of the year's figures must know: what is undecided, undated, or under another address."""
    records = context.register.by_year[year]
    groups = {
        "undecided": [record for record in records if record.status.undecided],
        "undated": [record for record in records if record.year_from_folder and not record.status.undecided],
        "elsewhere": [record for record in records if record.folder_year != int(year)],
    }
    return tuple(_group(context, year, of, found) for of, found in groups.items() if found)


def _group(context: Context, year: str, of: str, records: Sequence[Record]) -> Group:
    form = context.form
    more = len(records) - LISTED
    return Group(
        anchor=_ANCHORS[of],
        title=form.say(f"year.{of}.title"),
        text=form.say(f"year.{of}.text"),
        decisions=rows(context, tuple(records[:LISTED])),
        more=form.counted("parts.more", more, all=_found(context, year)) if more > 0 else None,
    )


def _found(context: Context, year: str) -> Link:
    """Give the way to the decisions of a year in the list that can be searched."""
    return Link(context.words.text("parts.all.of_year"), f"{to(DECISIONS)}?{urlencode({'year': year})}")


def _row(context: Context, year: str) -> YearRow:
    form = context.form
    tally = context.tallies.of(Kind.YEAR, year)
    granted, by_others, elsewhere = tally.ours.whole, tally.others.whole, tally.others.undecided
    return YearRow(
        name=context.links.link(Kind.YEAR, year, year),
        granted=sum_shown(form, granted),
        beside=sum_beside(form, granted),
        decisions=form.number(granted.granting),
        undecided=form.number(tally.ours.undecided),
        undecided_elsewhere=(form.counted("year.undecided_elsewhere", elsewhere),) if elsewhere else (),
        others=sum_shown(form, by_others) if by_others.granting else None,
    )
