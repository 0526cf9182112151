"""The statistics: all figures of the site, ours and others' apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from funding.model.vocabulary import Kind, Status
from funding.pages.context import Context
from funding.pages.figures.charts import Chart, chart, charts, cut_to
from funding.pages.figures.keyfigures import key_figures
from funding.pages.figures.series import Figures
from funding.pages.figures.typical import amount_rows, share_rows
from funding.pages.links import STATISTICS, Link
from funding.pages.links import Kind as Entries
from funding.pages.page import Page
from funding.pages.parts import Shown, sum_beside, sum_shown
from funding.pages.sheet import Crumb, Sheet, make_page
from funding.pages.tiles.tile_map import STYLES, tile_maps
from funding.pages.wording import Wording
from funding.register import Record, total

LARGEST = 20


@dataclass(frozen=True, slots=True)
class StatusRow:
    """How many matters have a status, and what is granted in them; nothing where that is never money."""

    status: Status
    count: Markup
    granted: Markup | None
    beside: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class FrameRow:
    """A framework: how large it is, and what has been granted out of it."""

    name: Link
    amount: Shown
    granted: Markup
    decisions: Markup


def statistics_page(context: Context) -> Page:
    """Make the page of all figures."""
    words = context.words
    ours, others = Figures(context), Figures(context, ours=False)
    title = words.text("statistics.title")
    description = words.text(
        "statistics.description",
        organisation=context.own_name,
        amount=context.form.money_text(context.tallies.all.ours.whole.granted),
    )
    return make_page(
        context,
        Sheet(STATISTICS, title, description, (Crumb(title, STATISTICS),), assets=(STYLES,)),
        "statistics.html",
        organisation=context.own_name,
        keyfigures=key_figures(context, context.tallies.all),
        statuses=_statuses(context, context.ours),
        charts=_charts(context, ours),
        amounts=amount_rows(context, context.ours),
        shares=share_rows(context, context.ours),
        frames=_frames(context, context.ours),
        others=charts(context.form, others.years(), others.bodies(), others.recipients()),
        others_statuses=_statuses(context, context.others),
    )


def _charts(context: Context, figures: Figures) -> tuple[Chart, ...]:
    form = context.form
    before = charts(form, figures.years(), figures.sources())
    largest = chart(form, figures.recipients(), cut_to(context, LARGEST, Entries.ORGANISATION))
    places = chart(form, figures.municipalities())
    mapped = (replace(places, maps=tile_maps(context)),) if places else ()
    return (
        *before,
        *((largest,) if largest else ()),
        *charts(form, figures.recipient_types(), figures.themes()),
        *mapped,
        *charts(form, figures.bodies()),
    )


def _statuses(context: Context, records: Sequence[Record]) -> tuple[StatusRow, ...]:
    form = context.form
    of: dict[Status, list[Record]] = {status: [] for status in Status}
    for record in records:
        of[record.status].append(record)
    rows = []
    for status, found in of.items():
        if found:
            sums = total(found)
            granted = sum_shown(form, sums) if status.counts else None
            rows.append(StatusRow(status, form.number(len(found)), granted, sum_beside(form, sums)))
    return tuple(rows)


def _frames(context: Context, records: Sequence[Record]) -> tuple[FrameRow, ...]:
    """Give the frameworks that were granted, and what the decisions within each come to."""
    form, wording = context.form, Wording(context)
    rows = []
    for record in records:
        if record.current.kind is Kind.FRAMEWORK and record.status.counts:
            pointing = context.register.pointed_at.get(record.id, ())
            within = [one for one in pointing if one.current.within == record.id]
            drawn = total(within)
            amount = wording.amount(record.current)
            name = context.links.decision(record)
            rows.append(FrameRow(name, amount, sum_shown(form, drawn), form.number(drawn.granting)))
    return tuple(rows)
