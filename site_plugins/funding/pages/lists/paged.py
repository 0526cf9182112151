"""Lists of decisions over several pages: a hundred on each, the first with what the list comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any

from markupsafe import Markup

from funding.digests import digest
from funding.model.parsing import INTERNAL
from funding.model.vocabulary import Kind, Status
from funding.pages.context import Context
from funding.pages.decision import glance
from funding.pages.format import joined
from funding.pages.links import continued
from funding.pages.page import Page, PageSource
from funding.pages.parts import ROWS, pager, pages_of
from funding.pages.sheet import Crumb, Sheet, make_page
from funding.pages.wording import Wording
from funding.register import Record
from funding.workers import batches_of, spread

Row = tuple[Markup, Markup | None, Markup]
"""A decision in a list: its HTML before and after what the subject of the list is to it, where that is not plain."""
Roles = Callable[[Record], Markup | None]
Head = Callable[[], Mapping[str, Any]]
_ROLE = f"{INTERNAL}role"
_BATCH = 200
"""How many rows a worker makes before it takes more."""
_LATER_THAN_DECIDED = frozenset({Status.COMPLETED, Status.CANCELLED, Status.REVOKED, Status.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of decisions at an address.

    ``template`` shows the first page with what ``head`` gives it, made only when the page is asked for; ``ground`` is
    what ``head`` is made from beside ``records``, ``assets`` what the first page asks for beside what every page does.
    The pages after it hold nothing but the list. ``role`` says what the subject of the list is to a decision.
    """

    url: str
    title: str
    description: str
    trail: tuple[Crumb, ...]
    records: tuple[Record, ...]
    template: str
    head: Head
    ground: str
    assets: tuple[str, ...] = ()
    role: Roles | None = None


def first_page(context: Context, listing: Listing) -> PageSource:
    """Give the first page of a list, which is made in every build."""
    return PageSource(listing.url, partial(_page, context, listing, 1), title=listing.title)


def list_sources(context: Context, listing: Listing) -> Iterator[PageSource]:
    """Give the pages of a list."""
    length = len(listing.records)
    shown = [context.grounds.of(listing.records[start : start + ROWS]) for start in range(0, max(length, 1), ROWS)]
    for number in range(1, pages_of(length) + 1):
        ground = digest(length, *([*shown, listing.ground] if number == 1 else [shown[number - 1]]))
        yield PageSource(continued(listing.url, number), partial(_page, context, listing, number), ground)


def make_rows(context: Context) -> None:
    """Make the rows of all decisions beforehand, on all cores."""
    wording = Wording(context)
    records = tuple(context.register.records.values())
    made = spread(lambda batch: [_row(wording, record) for record in batch], batches_of(records, _BATCH))
    context.kept_rows.set_aside(zip(records, chain.from_iterable(made), strict=True))


def rows(context: Context, records: tuple[Record, ...], role: Roles | None = None) -> tuple[Row, ...]:
    """Give decisions as the rows of a list."""
    kept = context.kept_rows
    shown: list[Row] = []
    for record in records:
        if (row := kept.get(record.id)) is None:
            row = _row(Wording(context), record)
            kept.keep(record.id, row)
        shown.append((row[0], role(record) if role else None, row[1]))
    return tuple(shown)


def _page(context: Context, listing: Listing, number: int) -> Page:
    url = continued(listing.url, number)
    title, trail = listing.title, listing.trail
    if number > 1:
        title = context.words.text("parts.page_of", title=title, page=number)
        trail = (*trail, Crumb(context.words.text("parts.page_number", page=number), url))
    shown = listing.records[(number - 1) * ROWS : number * ROWS]
    return make_page(
        context,
        Sheet(url, title, listing.description, trail, assets=listing.assets if number == 1 else ()),
        listing.template if number == 1 else "list.html",
        rows=rows(context, shown, listing.role),
        pager=pager(listing.url, number, len(listing.records)),
        **(listing.head() if number == 1 else {}),
    )


def _row(wording: Wording, record: Record) -> tuple[Markup, Markup]:
    row = wording.context.templates.render(
        "row.html",
        record=record,
        title=wording.links.decision(record),
        meta=row_meta(wording, record),
        role=_ROLE,
        amount=glance.amount(wording, record),
        note=row_note(wording, record),
    )
    before, _, after = row.partition(_ROLE)
    return before, after


def row_meta(wording: Wording, record: Record) -> tuple[Markup, ...]:
    """Say when it was decided, who gets the money and who decides: what keeps together on a line, if it can."""
    form = wording.context.form
    recipients = joined(wording.organisations(record.current.recipient))
    deciding = joined(wording.links.body(id_) for id_ in record.bodies) or form.silent
    said = [
        _when(wording, record),
        form.say("list.recipient", who=recipients) if recipients else None,
        form.say(f"decision.by.{record.status}", who=deciding),
    ]
    return tuple(part for part in said if part)


def _when(wording: Wording, record: Record) -> Markup:
    """Say when it was decided; of what is not, at which meeting it was to be.

    The day stands beside the status. Where that came about later, it says that the day is the decision's.
    """
    form = wording.context.form
    if record.dated is None:
        return form.say("list.undated", year=record.folder_year)
    day = form.day(record.dated)
    if not record.decided:
        return form.say("list.meeting", day=day)
    return form.say("list.decided", day=day) if record.status in _LATER_THAN_DECIDED else day


def row_note(wording: Wording, record: Record) -> Markup | None:
    """Say what the amount of a decision is, where it is not granted money."""
    if not record.status.counts:
        return wording.context.form.say(f"list.amount.{record.status}")
    return wording.context.form.say("list.amount.framework") if record.current.kind is Kind.FRAMEWORK else None
