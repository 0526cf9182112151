"""A site on disk, as the tests of built sites see it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from tests.site.markup import Markup, read_markup

KINDS = {
    "start": r"",
    "not-found": r"404\.html",
    "continued": r".+/sida-\d+/",
    "explorer": r"beslut/",
    "year-list": r"beslut/\d{4}/",
    "decision": r"beslut/\d{4}/[^/]+/",
    "index": r"(mottagare|finansiering|namnd|kommun|tema|villkor|ar)/",
    "recipient": r"mottagare/[^/]+/",
    "source": r"finansiering/[^/]+/",
    "body": r"namnd/[^/]+/",
    "municipality": r"kommun/[^/]+/",
    "theme": r"tema/[^/]+/",
    "condition": r"villkor/[^/]+/",
    "year": r"ar/\d{4}/",
    "statistics": r"statistik/",
    "about": r"om/",
    "rules": r"om/regler/",
    "rule": r"om/regler/[^/]+/",
    "fields": r"om/redaktion/falt/",
    "accessibility": r"tillganglighet/",
    "other": r".*",
}


def kind_of(url: str) -> str:
    """Name the type of page that stands at an address (relative to the site's root)."""
    return next(kind for kind, pattern in KINDS.items() if re.fullmatch(pattern, url))


@dataclass(frozen=True)
class BuiltPage:
    """One HTML page: ``url`` is relative to the site's root, ``address`` whole."""

    url: str
    address: str
    file: Path

    @cached_property
    def markup(self) -> Markup:
        """Give the page's elements."""
        return read_markup(self.file.read_text("utf-8"))

    @property
    def listed(self) -> bool:
        """Tell whether the page belongs in the sitemap: search engines may list it, and it is no page of faults."""
        return self.url != "404.html" and self.markup.indexed()


@dataclass(frozen=True)
class BuiltSite:
    """A built site: its folder, and the address it was built for (with a slash at the end)."""

    folder: Path
    address: str

    @property
    def prefix(self) -> str:
        """Give the path under which the site is served: ``/`` or ``/under/path/``."""
        return urlsplit(self.address).path

    @cached_property
    def pages(self) -> Mapping[str, BuiltPage]:
        """Give all HTML pages by url, in the order of their urls."""
        files = (file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*.html"))
        urls = {re.sub(r"(^|/)index\.html$", r"\1", file): file for file in files}
        return {url: BuiltPage(url, self.address + url, self.folder / urls[url]) for url in sorted(urls)}

    def of_kind(self, kind: str) -> list[BuiltPage]:
        """Give the pages of a type, the one with the most elements first."""
        pages = [page for url, page in self.pages.items() if kind_of(url) == kind]
        return sorted(pages, key=lambda page: (-len(page.markup.elements), page.url))

    def file_at(self, address: str) -> Path | None:
        """Give the file that a static host answers with, or None if it has none.

        Raises:
            ValueError: if the address does not lie within the site.
        """
        if not address.startswith(self.address):
            raise ValueError(f"{address} is not within {self.address}")
        path = self.folder / address.removeprefix(self.address)
        file = path / "index.html" if address.endswith("/") else path
        return file if file.is_file() else None
