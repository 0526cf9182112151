"""The start page: what this is, the way in, the figures at a glance, the latest."""

from __future__ import annotations

from itertools import islice

from funding.pages.context import Context
from funding.pages.figures.charts import Chart, chart, cut_to
from funding.pages.figures.keyfigures import key_figures
from funding.pages.figures.series import Figures
from funding.pages.format import alphabetical
from funding.pages.json_ld import web_page
from funding.pages.links import START, Kind, Link
from funding.pages.lists.paged import Row, rows
from funding.pages.overviews.questions import questions
from funding.pages.page import Page
from funding.pages.sheet import Sheet, make_page

YEARS_SHOWN = 10
ROWS_SHOWN = 8
LATEST = 5
MUNICIPALITIES = 12


def start_page(context: Context) -> Page:
    """Make the start page. Its sums hold only what we have granted."""
    words = context.words
    title = words.text("start.title", organisation=context.own_name)
    description = words.text("start.description", organisation=context.own_name)
    address = context.absolute(START)
    return make_page(
        context,
        Sheet(START, title, description, about=(web_page(address, title, description, words.lang, kind="WebSite"),)),
        "start.html",
        keyfigures=key_figures(context, context.tallies.all),
        charts=_charts(context),
        decided=_latest(context, undecided=False),
        undecided=_latest(context, undecided=True),
        organisation=context.own_name,
        questions=questions(context),
        municipalities=_municipalities(context),
        more_municipalities=len(context.register.lists.municipalities) > MUNICIPALITIES,
    )


def _latest(context: Context, *, undecided: bool) -> tuple[Row, ...]:
    """Give the latest of what is decided, or of what is not: the two never stand in one list."""
    found = (record for record in context.register.by_date if record.status.undecided is undecided)
    return rows(context, tuple(islice(found, LATEST)))


def _charts(context: Context) -> tuple[Chart, ...]:
    figures = Figures(context)
    made = (
        chart(context.form, figures.years(), cut_to(context, YEARS_SHOWN, Kind.YEAR)),
        chart(context.form, figures.sources(), cut_to(context, ROWS_SHOWN, Kind.SOURCE)),
        chart(context.form, figures.recipients(), cut_to(context, ROWS_SHOWN, Kind.ORGANISATION)),
        chart(context.form, figures.municipalities(), cut_to(context, ROWS_SHOWN, Kind.MUNICIPALITY)),
    )
    return tuple(one for one in made if one)


def _municipalities(context: Context) -> tuple[Link, ...]:
    """Give the municipalities to ask about: those with most decisions, in Swedish order; nothing is an answer."""
    register = context.register
    most = sorted(register.lists.municipalities, key=lambda code: -len(register.by_municipality.get(code, ())))
    links = [context.links.municipality(code) for code in most[:MUNICIPALITIES]]
    return tuple(sorted(links, key=lambda link: alphabetical(link.text)))
