"""Addresses that no longer hold a decision: where it has moved, or that it was taken down and why."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from funding.digests import digest
from funding.pages.context import Context
from funding.pages.links import DECISIONS
from funding.pages.page import Page, PageSource
from funding.pages.sheet import Crumb, Sheet, make_page
from funding.register import Tombstone


def gone_sources(context: Context) -> Iterator[PageSource]:
    """Give a page for each removed decision and for each earlier address; none of them is for search engines."""
    for tombstone in context.register.tombstones:
        source = partial(tombstone_page, context, tombstone)
        yield PageSource(f"{DECISIONS}{tombstone.id}/", source, digest(tombstone))
        for earlier in tombstone.redirect_from:
            source = partial(moved_page, context, earlier, tombstone.id, context.words.text("gone.removed_title"))
            yield PageSource(f"{DECISIONS}{earlier}/", source, digest(tombstone))
    for record in context.register.records.values():
        for earlier in record.redirects:
            source = partial(moved_page, context, earlier, record.id, context.titles[record.id])
            yield PageSource(f"{DECISIONS}{earlier}/", source, context.grounds.of([record]))


def tombstone_page(context: Context, tombstone: Tombstone) -> Page:
    """Make the page of a decision that was taken down: when and why, and nothing of what it said."""
    words, url = context.words, f"{DECISIONS}{tombstone.id}/"
    title = words.text("gone.removed_title")
    trail = (Crumb(words.text("list.decisions"), DECISIONS), Crumb(title, url))
    sheet = Sheet(url, title, words.text("gone.removed_description"), trail, indexed=False)
    return make_page(context, sheet, "removed.html", removal=tombstone.removal)


def moved_page(context: Context, earlier: str, record_id: str, title: str) -> Page:
    """Make the page at an earlier address; it leads on by itself and by a link."""
    words, url = context.words, f"{DECISIONS}{earlier}/"
    target = f"{DECISIONS}{record_id}/"
    sheet = Sheet(
        url=url,
        title=words.text("gone.moved_title"),
        description=words.text("gone.moved_description"),
        indexed=False,
        leads_to=target,
    )
    return make_page(context, sheet, "moved.html", target=target, name=title)
