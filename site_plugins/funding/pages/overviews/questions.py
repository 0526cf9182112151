"""Questions to begin with: links to pages, or to the list of decisions with filters; none leads to nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlencode

from funding.model.vocabulary import FundKind, Status
from funding.pages.context import Context
from funding.pages.figures.typical import typical_amounts
from funding.pages.links import DECISIONS, STATISTICS, Kind, Link, to
from funding.register.sums import counts, whole

ENOUGH: Final = 3
"""The largest grants of a year are asked for where it has so many."""


def questions(context: Context) -> tuple[Link, ...]:
    """Give the questions that the decisions of the site answer, chosen from them; the same register asks the same."""
    return tuple(_questions(context))


def _questions(context: Context) -> Iterator[Link]:
    yield from _about_most(context, Kind.MUNICIPALITY)
    yield from _eu(context)
    yield from _largest(context)
    yield from _undecided(context)
    yield from _about_most(context, Kind.THEME)
    yield _ask(context, "recipients", to(Kind.ORGANISATION.folder))
    yield _ask(context, "sources", to(Kind.SOURCE.folder))
    yield _ask(context, "terms", to(Kind.CONDITION.folder))
    if typical_amounts(context.ours):
        yield _ask(context, "typical", f"{to(STATISTICS)}#typiskt")
    yield _ask(context, "years", to(Kind.YEAR.folder))


def _ask(context: Context, question: str, href: str, **details: str) -> Link:
    return Link(context.words.text(f"start.question.{question}", **details), href)


def _about_most(context: Context, kind: Kind) -> Iterator[Link]:
    """Ask about the entry that most decisions name."""
    index, tops = context.tallies.index(kind), context.tallies.tops(kind)
    if tops:
        most = min(tops, key=lambda id_: (-len(index[id_]), id_))
        yield _ask(context, f"most_{kind}", to(context.addresses.of(kind)[most]), name=tops[most])


def _eu(context: Context) -> Iterator[Link]:
    """Ask for what the European Union pays, where decisions name money of its."""
    lists = context.register.lists
    found = [id_ for id_ in context.tallies.tops(Kind.SOURCE) if lists.sources[id_].kind is FundKind.EU]
    if len(found) == 1:
        yield _ask(context, "eu", to(context.addresses.of(Kind.SOURCE)[found[0]]))
    elif found:
        yield _ask(context, "eu", _filtered([("source", id_) for id_ in sorted(found)]))


def _largest(context: Context) -> Iterator[Link]:
    """Ask for the largest grants of the latest year that has several, or of all years where none has."""
    years = sorted(context.register.by_year.items(), reverse=True)
    for year, records in (*years, (None, context.register.by_date)):
        granted = [record for record in records if counts(record) and whole(record)]
        if len(granted) >= ENOUGH:
            present = {record.status for record in granted}
            asked = [("status", status.value) for status in Status if status in present]
            if year is None:
                yield _ask(context, "largest_of_all", _filtered([*asked, ("sort", "-amount")]))
            else:
                yield _ask(context, "largest", _filtered([("year", year), *asked, ("sort", "-amount")]), year=year)
            return


def _undecided(context: Context) -> Iterator[Link]:
    """Ask for what is not decided, by each status that there is."""
    present = {record.status for record in context.register.records.values() if record.status.undecided}
    if present:
        asked = [("status", status.value) for status in Status if status in present]
        yield _ask(context, "undecided", _filtered(asked))


def _filtered(asked: list[tuple[str, str]]) -> str:
    return f"{to(DECISIONS)}?{urlencode(asked)}"
