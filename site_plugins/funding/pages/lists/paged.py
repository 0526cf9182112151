"""Lists of decisions over several pages: a hundred on each, the first with what the list comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from funding.digests import digest
from funding.model.vocabulary import Kind, Status
from funding.pages.context import Context
from funding.pages.decision import glance
from funding.pages.links import Link, continued
from funding.pages.page import Frame, Page, PageSource
from funding.pages.parts import ROWS, pager, pages_of
from funding.pages.sheet import Crumb, Sheet, make_page
from funding.pages.wording import Wording
from funding.register import Record


@dataclass(frozen=True, slots=True)
class Row:
    """One decision in a list. ``note`` says what the amount is where it is no granted money."""

    id: str
    title: Link
    status: Status
    meta: Markup
    amount: Markup
    note: Markup | None


Roles = Callable[[Record], Markup | None]
Head = Callable[[str], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of decisions at an address.

    ``template`` shows the first page with what ``head`` gives it, made only when the page is asked for; ``ground`` is
    what ``head`` is made from. The pages after it hold nothing but the list. ``role`` says what the subject of the
    list is to a decision.
    """

    url: str
    title: str
    description: str
    trail: tuple[Crumb, ...]
    records: tuple[Record, ...]
    template: str
    head: Head
    ground: str
    frame: Frame = Frame.JOINED
    role: Roles | None = None


def list_sources(context: Context, listing: Listing) -> Iterator[PageSource]:
    """Give the pages of a list."""
    length = len(listing.records)
    for number in range(1, pages_of(length) + 1):
        shown = context.grounds.of(listing.records[(number - 1) * ROWS : number * ROWS])
        ground = digest(length, shown, *([listing.ground] if number == 1 else []))
        frame = listing.frame if number == 1 else Frame.JOINED
        yield PageSource(continued(listing.url, number), frame, partial(_page, context, listing, number), ground)


def rows(wording: Wording, records: tuple[Record, ...], role: Roles | None = None) -> tuple[Row, ...]:
    """Give decisions as the rows of a list."""
    return tuple(_row(wording, record, role(record) if role else None) for record in records)


def _page(context: Context, listing: Listing, number: int) -> Page:
    url = continued(listing.url, number)
    route = context.route(url)
    title, trail = listing.title, listing.trail
    if number > 1:
        title = context.words.text("parts.page_of", title=title, page=number)
        trail = (*trail, Crumb(context.words.text("parts.page_number", page=number), url))
    shown = listing.records[(number - 1) * ROWS : number * ROWS]
    return make_page(
        context,
        Sheet(url, title, listing.description, trail),
        listing.template if number == 1 else "list.html",
        rows=rows(Wording(context, route), shown, listing.role),
        pager=pager(listing.url, number, len(listing.records), route.to),
        **(listing.head(url) if number == 1 else {}),
    )


def _row(wording: Wording, record: Record, role: Markup | None) -> Row:
    form = wording.context.form
    recipients = Markup(", ").join(wording.organisations(record.current.recipient))
    deciding = Markup(", ").join(wording.route.body(id_) for id_ in record.bodies) or form.silent
    said = [
        _when(wording, record),
        form.say("list.recipient", who=recipients) if recipients else None,
        form.say(f"decision.by.{record.status}", who=deciding),
    ]
    return Row(
        id=record.id,
        title=wording.route.decision(record),
        status=record.status,
        meta=Markup(" · ").join(part for part in (*said, role) if part),
        amount=glance.amount(wording, record),
        note=_note(wording, record),
    )


def _when(wording: Wording, record: Record) -> Markup:
    """Say when it was decided; of what is not, at which meeting it was to be."""
    form = wording.context.form
    if record.dated is None:
        return form.say("list.undated", year=record.folder_year)
    return form.day(record.dated) if record.decided else form.say("list.meeting", day=form.day(record.dated))


def _note(wording: Wording, record: Record) -> Markup | None:
    if not record.status.counts:
        return wording.context.form.say(f"list.amount.{record.status}")
    return wording.context.form.say("list.amount.framework") if record.current.kind is Kind.FRAMEWORK else None
