"""The lists of all decisions: newest first, and year by year as they are addressed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any

from funding.pages.context import Context
from funding.pages.links import DECISIONS, STATISTICS, Kind, Link, to
from funding.pages.lists.explorer import ASSETS, explorer_values
from funding.pages.lists.paged import Listing, first_page, list_sources
from funding.pages.page import PageSource
from funding.pages.sheet import Crumb
from funding.register import Record

BROWSED = (Kind.ORGANISATION, Kind.SOURCE, Kind.BODY, Kind.MUNICIPALITY, Kind.THEME, Kind.CONDITION, Kind.YEAR)


def all_decisions(context: Context) -> PageSource:
    """Give the first page of the list of all decisions."""
    return first_page(context, _all(context))


def decision_lists(context: Context) -> Iterator[PageSource]:
    """Give the pages after the first of the list of all decisions, and the list of each year's addresses.

    A decision stands in the list of the year in its address, so that ``/beslut/2024/`` holds all that lies below it;
    the figures of a year (``/ar/2024/``) go by the date of the decision.
    """
    years: dict[int, list[Record]] = defaultdict(list)
    for record in context.register.by_date:
        years[record.folder_year].append(record)
    yield from islice(list_sources(context, _all(context)), 1, None)
    for year in sorted(years, reverse=True):
        yield from list_sources(context, _of_year(context, year, tuple(years[year])))


def _all(context: Context) -> Listing:
    words = context.words
    title = words.text("list.decisions")
    return Listing(
        url=DECISIONS,
        title=title,
        description=words.text("list.description"),
        trail=(Crumb(title, DECISIONS),),
        records=context.register.by_decided,
        template="decisions.html",
        head=partial(_all_head, context),
        ground="",
        assets=ASSETS,
    )


def _all_head(context: Context) -> Mapping[str, Any]:
    words, years = context.words, sorted(context.folder_years, reverse=True)
    return {
        **explorer_values(context),
        "years": tuple(Link(str(year), to(f"{DECISIONS}{year}/")) for year in years),
        "browse": (
            *(Link(words.text(f"index.{kind}.title"), to(kind.folder)) for kind in BROWSED),
            Link(words.text("list.statistics"), to(STATISTICS)),
        ),
    }


def _of_year(context: Context, year: int, records: tuple[Record, ...]) -> Listing:
    words, url = context.words, f"{DECISIONS}{year}/"
    return Listing(
        url=url,
        title=words.text("list.year", year=year),
        description=words.text("list.year_description", year=year, organisation=context.own_name),
        trail=(Crumb(words.text("list.decisions"), DECISIONS), Crumb(str(year), url)),
        records=records,
        template="decisions-year.html",
        head=partial(_year_head, context, year),
        ground="",
    )


def _year_head(context: Context, year: int) -> Mapping[str, Any]:
    figures = context.addresses.of(Kind.YEAR).get(str(year))
    return {"year": year, "figures": None if figures is None else to(figures)}
