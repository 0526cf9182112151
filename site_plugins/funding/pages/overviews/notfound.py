"""The page that a server shows where there is none."""

from __future__ import annotations

from urllib.parse import urlsplit

from funding.pages.context import Context
from funding.pages.links import ABOUT, DECISIONS, START, STATISTICS, Kind, Link
from funding.pages.page import NOT_FOUND, Page
from funding.pages.sheet import Sheet, make_page


def not_found_page(context: Context) -> Page:
    """Make the page. It is shown at any address, so its links begin at the site's root on its server."""
    words = context.words
    root = urlsplit(context.site_url).path.removesuffix("/")
    ways = (
        ("start", START),
        ("decisions", DECISIONS),
        ("recipients", Kind.ORGANISATION.folder),
        ("municipalities", Kind.MUNICIPALITY.folder),
        ("statistics", STATISTICS),
        ("about", ABOUT),
    )
    return make_page(
        context,
        Sheet(NOT_FOUND, words.text("notfound.title"), words.text("notfound.description"), indexed=False),
        "notfound.html",
        search_at=f"{root}/{DECISIONS}",
        ways=tuple(Link(words.text(f"notfound.{name}"), f"{root}/{url}") for name, url in ways),
    )
