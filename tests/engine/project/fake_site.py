"""A small site in place of the real one, for building it with the real MkDocs: MkDocs loads this as a hook.

``decisions/*.txt`` are its data: the first line is a page's title; a file that is empty is broken.
With ``FAKE_WHOLE=1`` the pages that are joined go through MkDocs whole.
"""

# ruff: noqa: ARG001 - MkDocs passes what an event is given by name

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

import funding
from funding.engine.edition import Edition, FooterLink
from funding.engine.press import Press, is_live
from funding.pages.page import NOT_FOUND, DataFile, DataFolder, Page, PageSource, Section
from funding.problem import Problem, Severity
from funding.source import load_texts

HOSTILE = "</title><script>alert(1)</script> \"'& {{ 7*7 }} {% raw %} å"
CONTENT = Markup(
    "<h1>{title}</h1>\n\n    <pre>  kept   as it is\n\n\n# no heading\n*no emphasis*</pre>\n"
    '<p><a href="../">upp</a> &amp; <span class="num">2 544 984 kr</span></p>\r\n\t<!-- kept -->'
)

press: Press


class FakeWords:
    """The engine's own words in Swedish."""

    def __init__(self) -> None:
        self._texts: Any = load_texts(Path(funding.__file__).parent / "locales/sv/pages/engine.yml")

    def text(self, key: str, **details: object) -> str:
        """Give a text of the group ``engine``."""
        return str(self._texts[key.removeprefix("engine.")]).format_map(details)


class Counted:
    """Files whose names are known once they are made; they tell how often that was."""

    times = 0

    def files(self) -> list[DataFile]:
        """Make the files."""
        self.times += 1
        content = str(self.times).encode()
        return [DataFile("search/index.json", lambda: content, "ground"), DataFile("search/a.1f.bin", lambda: content)]


counted = Counted()


def make_page(title: str, *, indexed: bool = True) -> Page:
    head = Markup('<meta property="og:title" content="{}">').format(title)
    return Page(title, f"Om {title}", CONTENT.format(title=title), head, indexed)


OVERVIEWS = (
    PageSource("", partial(make_page, "Bidrag"), title="Bidrag"),
    PageSource("beslut/", partial(make_page, "Alla <b>beslut</b>"), title="Alla <b>beslut</b>"),
    PageSource("hjalp/", partial(make_page, "Hjälp"), title="Hjälp"),
)
ROBOTS = DataFile("robots.txt", lambda: b"User-agent: *\n")


def sources(folder: Path) -> tuple[list[PageSource], list[Problem]]:
    pages = [
        PageSource("beslut/2024/one/", partial(make_page, "Ett beslut")),
        PageSource("beslut/2024/two/", partial(make_page, HOSTILE)),
        PageSource("beslut/sida-2/", partial(make_page, "Alla, sida 2")),
        PageSource("ar/2024/", partial(make_page, "År 2024")),
        PageSource("gone/", partial(make_page, "Borttaget", indexed=False)),
        PageSource(NOT_FOUND, partial(make_page, "Finns inte", indexed=False)),
    ]
    problems = []
    for path in sorted(folder.glob("*.txt")):
        title = path.read_text(encoding="utf-8").partition("\n")[0]
        if title:
            pages.append(PageSource(f"beslut/2024/{path.stem}/", partial(make_page, title)))
        else:
            place = (f"decisions/{path.name}", 1, 1, "empty", 1, 2)
            problems.append(Problem(*place, Severity.ERROR, "Filen <är> tom", "Skriv en titel"))
    return pages, problems


def make_edition(folder: Path) -> Edition:
    pages, problems = sources(folder)
    whole = [page for page in pages if page.url != NOT_FOUND] if os.environ.get("FAKE_WHOLE") else []
    return Edition(
        lang="sv",
        speech=FakeWords(),
        overviews=(*OVERVIEWS, *whole),
        sections=(
            Section("", lambda: (page for page in pages if page not in whole)),
            Section("api/", lambda: [DataFile("api/v1/decisions/2024/one.json", lambda: b"{}")]),
            Section("", lambda: [ROBOTS, DataFile("sitemap.xml", lambda: b"<urlset/>")]),
        ),
        links={"decision:2024/one": "beslut/2024/one/", "organisation:region-a": "mottagare/region-a/"},
        link_kinds=frozenset({"decision", "organisation"}),
        footer_links=(FooterLink("Om <oss>", "om/"), FooterLink("Tillgänglighet", "hjalp/")),
        footer_notes=(Markup("Varken anslagstavla eller protokoll."), Markup("Så var det <time>2026-11-23</time>.")),
        ground="",
        folders=(DataFolder("search/", counted.files),),
        make_ready=lambda: None,
        problems=tuple(problems),
    )


def folder_of(config: Any) -> Path:
    return Path(config.config_file_path).parent / "decisions"


def on_startup(*, command: str, dirty: bool) -> None:
    global press  # noqa: PLW0603 - MkDocs keeps the module for the whole run, as it keeps a plugin
    press = Press(live=is_live(command))


def on_config(config: Any) -> None:
    folder = folder_of(config)
    press.clear(config, FakeWords(), [folder])
    press.begin(make_edition(folder), config)


def on_files(files: Any, config: Any) -> None:
    press.add_files(files, config)


def on_nav(nav: Any, config: Any, files: Any) -> None:
    press.set_navigation(nav)


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    return press.resolve_links(html, page)


def on_env(env: Any, config: Any, files: Any) -> None:
    press.dress(env, config, files)


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:
    return press.surround(context, page, config)


def on_post_build(config: Any) -> None:
    press.finish(config)


def on_build_error(error: Exception) -> None:
    press.fail(error)


def on_shutdown() -> None:
    press.abandon()


def on_serve(server: Any, config: Any, builder: Any) -> None:
    press.serve(server, [folder_of(config)])
