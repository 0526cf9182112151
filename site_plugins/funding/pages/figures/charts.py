"""Charts as values: tables of figures with bars, and in a sentence what stands out."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from funding.pages.context import Context
from funding.pages.figures.series import Row, Series
from funding.pages.format import Format
from funding.pages.links import Kind, Link, to
from funding.pages.parts import Bar, Shown, bar_length, sum_beside, sum_known, sum_shown
from funding.pages.tiles.tile_map import TileMap

_ANCHORS = {
    "year": "ar",
    "source": "finansiering",
    "recipient": "mottagare",
    "recipient_type": "mottagartyper",
    "municipality": "kommuner",
    "theme": "teman",
    "body": "organ",
}
_ALWAYS_EXPLAINED = frozenset({"municipality", "theme"})
_EXPLAINED_WHERE_IT_OVERLAPS = frozenset({"source", "recipient", "recipient_type", "body"})


@dataclass(frozen=True, slots=True)
class Chart:
    """A table of figures with bars. ``anchor`` is its id on the page, in both languages, for ever.

    ``maps`` show the same figures where they belong.
    """

    anchor: str
    title: Markup
    caption: Markup
    heading: Markup
    takeaway: Markup | None
    rows: tuple[Bar, ...]
    notes: tuple[Markup, ...]
    maps: tuple[TileMap, ...] = ()


@dataclass(frozen=True, slots=True)
class Cut:
    """How many rows a chart may have, and the way to all of them."""

    at_most: int
    whole: Link


def cut_to(context: Context, at_most: int, kind: Kind) -> Cut:
    """Cut a chart of what has pages of its own, which their list shows whole."""
    return Cut(at_most, Link(context.words.text(f"parts.all.{kind}"), to(kind.folder)))


def chart(form: Format, series: Series, cut: Cut | None = None) -> Chart | None:
    """Give the chart of a series, with its first rows only where it is cut; None where there is nothing.

    What belongs to no row stands last, so that no money is missing from a whole chart.
    """
    shown = series.rows[: cut.at_most if cut else None]
    if not shown:
        return None
    whole = [*shown, series.unnamed] if series.unnamed and len(shown) == len(series.rows) else [*shown]
    longest = max(row.total.granted for row in whole)
    return Chart(
        anchor=_ANCHORS[series.of],
        title=form.say(f"figures.{series.of}.title"),
        caption=form.say(f"figures.{series.of}.caption"),
        heading=form.say(f"figures.{series.of}.heading"),
        takeaway=_takeaway(form, series),
        rows=tuple(Bar(row.name, _figures(form, row), bar_length(row.total.granted, longest)) for row in whole),
        notes=_notes(form, series, cut),
    )


def charts(form: Format, *series: Series) -> tuple[Chart, ...]:
    """Give the whole charts of some series, without those that are empty."""
    made = (chart(form, one) for one in series)
    return tuple(one for one in made if one)


def _takeaway(form: Format, series: Series) -> Markup | None:
    """Say which row of several has most, if one has, and of whose money."""
    if len(series.rows) == 1:
        return None
    most = max(row.total.granted for row in series.rows)
    first = [row for row in series.rows if row.total.granted == most]
    if not most or len(first) > 1:
        return None
    (top,) = first
    said = {"name": top.name.text, "amount": sum_shown(form, top.total)}
    if series.by:
        return form.say(f"figures.{series.of}.takeaway_by", by=series.by, **said)
    return form.say(f"figures.{series.of}.takeaway", **said)


def _figures(form: Format, row: Row) -> tuple[Shown, ...]:
    sums = row.total
    counted = form.counted("figures.decisions", sums.granting)
    all_unknown = sums.granting and sums.granting == sums.without_amount
    return (sum_known(form, sums), counted, *(() if all_unknown else sum_beside(form, sums)))


def _notes(form: Format, series: Series, cut: Cut | None) -> tuple[Markup, ...]:
    explained = series.of in _ALWAYS_EXPLAINED or (series.overlapping and series.of in _EXPLAINED_WHERE_IT_OVERLAPS)
    notes = [form.say(f"figures.{series.of}.note")] if explained else []
    if cut and len(series.rows) > cut.at_most:
        notes.append(form.counted("parts.more", len(series.rows) - cut.at_most, all=cut.whole))
    return tuple(notes)
