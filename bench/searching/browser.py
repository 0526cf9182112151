"""One browser for a measurement: it asks an engine, counts what was transferred, and slows its processor down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from playwright.sync_api import Browser, Page, Response, sync_playwright

from bench.searching.engines import PAGES, Engine, chromium
from bench.searching.host import hosting

_ARGUMENTS: Final = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
)  # fmt: skip
_START: Final = """async ([script, given]) => {
    const begun = performance.now();
    const { start } = await import(`/pages/${script}`);
    globalThis.ask = await start(given);
    return performance.now() - begun;
}"""
_ASK: Final = """async ([texts, most]) => {
    const answers = [];
    const ends = performance.now() + most;
    for (const text of texts) {
        if (performance.now() > ends) break;
        const begun = performance.now();
        const ids = await globalThis.ask(text);
        answers.push([ids, performance.now() - begun]);
    }
    return answers;
}"""
_SETTLED: Final = ".explorer[data-settled]"
_STAMP: Final = """new MutationObserver((_, watching) => {
    if (!document.querySelector(".explorer[data-settled]")) return;
    globalThis.settledAt = performance.now();
    watching.disconnect();
}).observe(document, { subtree: true, attributes: true, childList: true, attributeFilter: ["data-settled"] });"""
_FETCHED: Final = """() => performance.getEntriesByType("resource")
    .filter((entry) => entry.name.includes("/search/") && entry.responseEnd <= settledAt)
    .reduce((sum, entry) => sum + entry.encodedBodySize, 0)"""
LONGEST: Final = 300.0
"""Seconds after which an engine is asked nothing more."""


@contextmanager
def browsing() -> Iterator[Browser]:
    """Start the distribution's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(_ARGUMENTS))
        yield browser
        browser.close()


class Asked:
    """A page with an engine in it, ready to be asked. ``ready`` is how many seconds it took to be so."""

    def __init__(self, page: Page, engine: Engine) -> None:
        self._page, self._sizes = page, list[int]()
        page.context.on("response", self._count)
        self.ready: float = page.evaluate(_START, [engine.script, dict(engine.given)]) / 1000

    def answers(self, texts: list[str], most: float = LONGEST) -> list[tuple[list[str], float]]:
        """Give for each text the ids, best first, and the seconds that it took; one after the other.

        After ``most`` seconds no further text is asked.
        """
        return [(ids, took / 1000) for ids, took in self._page.evaluate(_ASK, [texts, 1000 * most])]

    @property
    def transferred(self) -> int:
        """The bytes that were sent since the page was opened: scripts, index, results."""
        return sum(self._sizes)

    def slowed(self, times: int) -> None:
        """Let the page's processor be so many times slower than it is; its workers are not slowed."""
        slow_down(self._page, times)

    def _count(self, response: Response) -> None:
        self._sizes.append(int(response.headers.get("content-length", 0)))


@contextmanager
def asking(browser: Browser, engine: Engine) -> Iterator[Asked]:
    """Open a fresh page with an engine that is ready, nothing kept from before."""
    with hosting({"pages": PAGES, **engine.folders}) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}pages/index.html")
        yield Asked(page, engine)


@contextmanager
def exploring(browser: Browser, engine: Engine, query: str) -> Iterator[Page]:
    """Open the list of our site at a query, in a fresh page, and wait until it has settled."""
    with hosting(engine.folders) as address, browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        page.add_init_script(_STAMP)
        page.goto(f"{address}site/beslut/{query}")
        page.wait_for_selector(_SETTLED, state="attached")
        yield page


def fetched(page: Page) -> int:
    """Give the bytes of scripts and index that our list had fetched when it first settled."""
    size: int = page.evaluate(_FETCHED)
    return size


def typed(page: Page, texts: list[str], most: float) -> list[float]:
    """Type texts into our list and give the seconds that each took to be answered; no more after ``most`` seconds."""
    script = (PAGES / "explorer.js").read_text("utf-8")
    return [took / 1000 for took in page.evaluate(script, [texts, 1000 * most])]


def slow_down(page: Page, times: int) -> None:
    """Let a page's processor be so many times slower than it is."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": times})
