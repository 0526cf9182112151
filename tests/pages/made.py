"""Sites as the pages make them, without the engine: each page by its address, and what a reader sees of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Literal

from funding.check import check
from funding.labels import Words
from funding.pages.page import DataFile, Page, PageSource
from funding.pages.site import Site, site_pages
from funding.problem import Severity
from funding.project import find_project
from funding.register import Register

ADDRESS = "https://lillan.example/under/"
DAY = date(2026, 11, 23)
Lang = Literal["sv", "en"]


def pages_of(site: Site) -> list[PageSource]:
    """Give all pages of a site."""
    listed = (one for section in site.sections for one in section.listed)
    return [*site.overviews, *(one for one in listed if isinstance(one, PageSource))]


def files_of(site: Site) -> list[DataFile]:
    """Give all files of a site that are no pages, without those of its folders."""
    return [one for section in site.sections for one in section.listed if isinstance(one, DataFile)]


@dataclass(frozen=True)
class MadeSite:
    """A site whose pages are made when they are asked for, each once."""

    site: Site
    register: Register
    _made: dict[str, Page] = field(default_factory=dict)

    @property
    def urls(self) -> list[str]:
        """Give the addresses of all pages."""
        return [source.url for source in pages_of(self.site)]

    def page(self, url: str) -> Page:
        """Give the page at an address."""
        if url not in self._made:
            (source,) = (source for source in pages_of(self.site) if source.url == url)
            self._made[url] = source.render()
        return self._made[url]

    def text(self, url: str) -> str:
        """Give what a reader sees of a page, on one line."""
        return " ".join(seen(self.page(url).content))

    def file(self, url: str) -> str:
        """Give the text of a data file."""
        (file,) = (file for file in files_of(self.site) if file.url == url)
        return file.render().decode()


def make_site(project: Path, lang: Lang = "sv", day: date = DAY, decisions: Path | None = None) -> MadeSite:
    """Make the site of a project; ``decisions`` is a folder whose decisions stand in place of the project's own."""
    options = find_project(project).options.model_copy(update={"lang": lang})
    words = Words(lang)
    checked = check(decisions.parent if decisions else project, options, words, day)
    errors = [problem for problem in checked.problems if problem.severity is Severity.ERROR]
    assert not errors, errors
    return MadeSite(site_pages(checked.register, options, words, day, ADDRESS), checked.register)


TEXTS = ("h1", "h2", "h3", "p", "dt", "dd", "li", "th", "td", "caption", "blockquote")
BOXES = ("article", "nav", "section", "ul", "ol", "dl", "table", "tr", "svg")
BLOCKS = frozenset({*TEXTS, *BOXES})
MARKS = {"h1": "# ", "h2": "## ", "h3": "### ", "dd": "  ", "li": "- ", "th": "| ", "td": "| "}


class _Reader(HTMLParser):
    """Reads the text of a page, a line for each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's
        if tag in BLOCKS:
            self.lines.append(MARKS.get(tag, ""))
        if tag == "br":
            self.lines[-1] += " / "

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        self.lines[-1] += re.sub(r"\s+", " ", data)


def seen(html: str) -> Iterable[str]:
    """Give what a reader sees of a piece of HTML, a line for each block; headings and cells are marked."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [line.rstrip() for line in reader.lines if line.strip(" -|#")]
