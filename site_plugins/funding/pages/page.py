"""A page of the site as a value: what the pages make and what the engine joins into its shell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

NOT_FOUND = "404.html"
"""The address of the page that a server shows at any other address, so its links begin at the server's root."""


@dataclass(frozen=True, slots=True)
class Page:
    """One rendered page.

    ``title`` and ``description`` are plain text (whoever prints them escapes them); ``content`` is the safe HTML
    of the main column, its ``<h1>`` included; ``head`` is safe HTML for the end of ``<head>`` (Open Graph,
    JSON-LD). ``indexed`` false adds ``noindex`` and leaves the page out of the sitemap. ``assets`` are the files of
    ours that this page asks for beside those of every page, by their names in the package's folder: styles (``.css``),
    scripts that run before anything is shown (``.first.js``) and modules (any other ``.js``).
    """

    title: str
    description: str
    content: Markup
    head: Markup = Markup()
    indexed: bool = True
    assets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageSource:
    """A page that can be asked for: its address and how to make it.

    ``url`` is relative to the site's root: ``""`` for the start page, ``"beslut/2024/x/"``, :data:`NOT_FOUND`.
    ``render`` is pure: the same data, language and day give the same page. ``ground`` is a digest of what this page
    is made from beside what all pages of the site are made from; without it the page is made in every build.
    ``title`` is that of the page, given for what may stand in a navigation, which shows it before the page is made.
    """

    url: str
    render: Callable[[], Page]
    ground: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of the site that is no page: JSON, ``sitemap.xml``, ``robots.txt``.

    ``url`` and ``ground`` are as in PageSource.
    """

    url: str
    render: Callable[[], bytes]
    ground: str | None = None


@dataclass(frozen=True)
class Section:
    """Pages and files whose addresses begin alike; which they are is not looked up before one of them is asked for.

    ``sources`` gives them all; sections may begin alike too.
    """

    url: str
    sources: Callable[[], Iterable[PageSource | DataFile]]

    @cached_property
    def listed(self) -> tuple[PageSource | DataFile, ...]:
        """What is in it."""
        return tuple(self.sources())


@dataclass(frozen=True, slots=True)
class DataFolder:
    """A folder of files whose names are not known before they are made, because they tell what is in them.

    ``url`` ends with a slash, and nothing else of the site stands below it. ``files`` makes them all.
    """

    url: str
    files: Callable[[], Sequence[DataFile]]


def absolute(site_url: str, url: str) -> str:
    """Give the absolute form of an address that is relative to the site's root."""
    return f"{site_url.removesuffix('/')}/{url}"
