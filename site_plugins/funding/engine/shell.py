"""The theme rendered once, cut at its slots, and joined with each page's own HTML.

MkDocs' Jinja environment does not escape: what fills a slot is escaped here, once, for pages that are joined
and for pages that the theme renders whole, so that the two can never differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields

from markupsafe import Markup, escape

from funding.digests import digest
from funding.engine.assets import Assets
from funding.pages.page import Page, absolute


@dataclass(frozen=True, slots=True)
class Slots:
    """The safe HTML of a page that differs from page to page, in the order in which it stands in the shell.

    ``title`` is the inside of ``<title>``, ``description`` an attribute's value, ``head`` the end of ``<head>``.
    """

    description: str
    title: str
    head: str
    content: str


@dataclass(frozen=True, slots=True)
class Shell:
    """The theme's HTML around the slots: one piece more than there are slots, and a digest of them."""

    pieces: tuple[str, ...]
    ground: str

    def join(self, slots: Slots) -> str:
        """Give the whole page."""
        joined = [self.pieces[0]]
        for filling, piece in zip(astuple(slots), self.pieces[1:], strict=True):
            joined += (filling, piece)
        return "".join(joined)


class ShellError(RuntimeError):
    """The theme does not show each slot exactly once and in order: an override no longer bites."""


_MARK = "funding-slot-{}-begins-here"
MARKS = Slots(**{slot.name: _MARK.format(slot.name) for slot in fields(Slots)})
"""Slots filled with marks to cut at."""


def cut(html: str) -> Shell:
    """Cut a page that was rendered with :data:`MARKS`.

    Raises:
        ShellError: if a mark is missing, doubled, or in another place than :class:`Slots` says.
    """
    marks = astuple(MARKS)
    parts = re.split("(" + "|".join(map(re.escape, marks)) + ")", html)
    if tuple(parts[1::2]) != marks:
        raise ShellError(f"the theme shows the slots {parts[1::2]}, not {list(marks)}")
    return Shell(tuple(parts[::2]), digest(*parts[::2]))


_TAGS = {
    ".css": Markup('<link rel="stylesheet" href="{}">'),
    ".first.js": Markup('<script src="{}"></script>'),
    ".js": Markup('<script type="module" src="{}"></script>'),
}
"""How a page asks for a file of its own, by the end of the file's name; the first that fits."""
_PRELOAD = Markup('<link rel="modulepreload" href="{}">')
"""How a page asks for what a module of its own imports, before the module is there to say so."""


def slots_of(page: Page, url: str, *, site_name: str, site_url: str, assets: Assets) -> Slots:
    """Fill the slots with a page's values.

    The start page's title stands alone, others are followed by the name of the site, which Open Graph is told apart.
    A page that is not to be indexed says so and has no canonical address. ``assets`` are our files.
    """
    title = f"{page.title} – {site_name}" if url else page.title
    if page.indexed:
        address = Markup('<link rel="canonical" href="{}">').format(absolute(site_url, url))
    else:
        address = Markup('<meta name="robots" content="noindex">')
    site = Markup('<meta property="og:site_name" content="{}">').format(site_name)
    return Slots(
        description=str(escape(page.description)),
        title=str(escape(title)),
        head="\n".join([f"{address}\n{site}\n{page.head}", *_asking(page, url, assets)]),
        content=str(page.content),
    )


def _asking(page: Page, url: str, assets: Assets) -> Iterator[Markup]:
    """Give the elements by which the page at ``url`` asks for its files, and for what modules import, all at once."""
    root = "../" * url.count("/")
    for name in page.assets:
        tag = next(tag for end, tag in _TAGS.items() if name.endswith(end))
        yield tag.format(root + assets.url(name))
        if tag is _TAGS[".js"]:
            yield from (_PRELOAD.format(root + address) for address in assets.needs(name))
