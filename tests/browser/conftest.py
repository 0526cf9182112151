"""One browser for all browser tests of a run, and pages in it that are watched."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.server import serving
from tests.browser.windows import Windows
from tests.browser.witness import Witness
from tests.site.built import KINDS, BuiltSite
from tests.site.hosts import Answering
from tests.site.sites import AT_ROOT, Sites

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
LONG_LISTS_ONLY = "continued"
SETTLED = ".explorer[data-settled][data-counted]"
Serve = Callable[..., str]
Shown = Callable[[str], Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the distribution's Chromium; it asks nothing of the network by itself."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.fail("Chromium is missing: install the package chromium-headless-shell")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Give a function that serves a site, under its own headers or others, in parts or not, and gives its address.

    Each is served once and until the end, so that no two of a run ever have the same address.
    """
    addresses: dict[tuple[Path, Answering | None, bool], str] = {}
    with ExitStack() as servers:

        def address(site: BuiltSite, answering: Answering | None = None, *, sends_parts: bool = True) -> str:
            asked = site.folder, answering, sends_parts
            if asked not in addresses:
                addresses[asked] = servers.enter_context(serving(site, answering, sends_parts=sends_parts))
            return addresses[asked]

        yield address


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    """Give the windows that the tests of a run open one after the other."""
    return Windows(browser)


@dataclass(frozen=True, slots=True)
class OpenPage:
    """A page in the browser, and what it did since before it was opened; ``origin`` is its site's address."""

    page: Page
    witness: Witness
    origin: str


class Opener:
    """Opens pages in windows of their own and leaves them at the end."""

    def __init__(self, windows: Windows, serve: Serve, used: ExitStack) -> None:
        self._windows, self._serve, self._used = windows, serve, used

    def __call__(self, site: BuiltSite, url: str, **window: Any) -> OpenPage:
        """Open a page of a site (``url`` relative to its root); ``window`` goes to Chromium: size, colours, script."""
        settings = {"reduced_motion": "reduce", **window}
        given = self._used.enter_context(self._windows.one(settings))
        opened = OpenPage(given.page, given.witness, self._serve(site))
        opened.page.goto(opened.origin + url)
        return opened


def settle(page: Page) -> None:
    """Wait for the list of all decisions to be made and counted; every other page is there when it is opened."""
    if page.locator(".explorer").count():
        page.wait_for_selector(SETTLED, state="attached")


@contextmanager
def opening(windows: Windows, serve: Serve) -> Iterator[Opener]:
    """Give a function that opens a page of a site; all are left at the end."""
    with ExitStack() as used:
        yield Opener(windows, serve, used)


@pytest.fixture
def opened(windows: Windows, serve: Serve) -> Iterator[Opener]:
    """Give a function that opens a page of a site, for one test."""
    with opening(windows, serve) as opener:
        yield opener


@pytest.fixture
def shown(tmp_path: Path, opened: Opener) -> Shown:
    """Give a function that shows a small page made by hand, to plant faults in."""

    def show(html: str) -> Page:
        start = '<!doctype html><html lang="sv"><meta charset="utf-8"><title>Prov</title>'
        viewport = '<meta name="viewport" content="width=device-width">'
        (tmp_path / "index.html").write_text(start + viewport + html, "utf-8")
        return opened(BuiltSite(tmp_path, AT_ROOT), "", viewport={"width": 320, "height": 640}).page

    return show


@dataclass(frozen=True, slots=True)
class Specimen:
    """The site and url that stand for a type of page."""

    site: BuiltSite
    url: str


@pytest.fixture(
    params=[*((kind, 0) for kind in KINDS), ("decision", -1), ("recipient", -1)],
    ids=lambda choice: f"{choice[0]}-{'richest' if choice[1] == 0 else 'barest'}",
)
def specimen(request: pytest.FixtureRequest, sites: Sites) -> Specimen:
    """Give a page of each type: the one with the most elements, and for some types the one with the fewest too."""
    kind, place = request.param
    site = sites["many" if kind == LONG_LISTS_ONLY else "own"]
    return Specimen(site, site.of_kind(kind)[place].url)
