"""One browser for a measurement: it asks an engine, counts what was transferred, and slows its processor down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from playwright.sync_api import Browser, Page, Response, sync_playwright

from bench.searching.engines import PAGES, Engine, chromium
from bench.searching.host import UNPACKED, hosting

_ARGUMENTS: Final = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
)  # fmt: skip
_START: Final = """async ([script, given, most]) => {
    const begun = performance.now();
    const ready = import(`/pages/${script}`).then(({ start }) => start(given));
    globalThis.ask = await Promise.race([ready, new Promise((late) => setTimeout(late, most))]);
    return globalThis.ask ? performance.now() - begun : null;
}"""
_ASK: Final = """async ([texts, most]) => {
    const answers = [];
    const late = new Promise((end) => setTimeout(end, most));
    for (const text of texts) {
        const begun = performance.now();
        const ids = await Promise.race([globalThis.ask(text), late]);
        if (!ids) break;
        answers.push([ids, performance.now() - begun]);
    }
    return answers;
}"""
_SETTLED: Final = ".explorer[data-settled]"
_STAMP: Final = """new MutationObserver((_, watching) => {
    if (!document.querySelector(".explorer[data-listed]")) return;
    globalThis.listedAt = performance.now();
    watching.disconnect();
}).observe(document, { subtree: true, attributes: true, childList: true, attributeFilter: ["data-listed"] });"""
_FETCHED: Final = r"""() => {
    const entries = performance.getEntriesByType("resource").filter(({ responseEnd }) => responseEnd <= listedAt);
    const own = entries.filter(({ name }) => /\/search\/|\/assets\/funding\.[^/]+\/[^/]+\//.test(name));
    const all = [...performance.getEntriesByType("navigation"), ...entries];
    const sum = (those, size) => those.reduce((bytes, one) => bytes + one[size], 0);
    const sums = (those) => [sum(those, "encodedBodySize"), sum(those, "decodedBodySize")];
    return [...sums(own), ...sums(all)];
}"""
READY: Final = 60.0
"""Seconds after which an engine that cannot be asked yet is asked nothing."""
LONGEST: Final = 60.0
"""Seconds after which an engine is asked nothing more."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """Bytes that a page fetched: as they were sent, and unpacked."""

    sent: int
    raw: int


@contextmanager
def browsing() -> Iterator[Browser]:
    """Start the distribution's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(_ARGUMENTS))
        yield browser
        browser.close()


class Asked:
    """A page with an engine in it. ``ready`` is how many seconds it took to be so; none if it took too long."""

    def __init__(self, page: Page, engine: Engine) -> None:
        self._page, self._sizes = page, list[tuple[int, int]]()
        page.context.on("response", self._count)
        took = page.evaluate(_START, [engine.script, dict(engine.given), 1000 * READY])
        self.ready: float | None = None if took is None else took / 1000

    def answers(self, texts: list[str], most: float = LONGEST) -> list[tuple[list[str], float]]:
        """Give for each text the ids, best first, and the seconds that it took; one after the other.

        After ``most`` seconds no further text is asked, and the last answer is not waited for.
        """
        if self.ready is None:
            return []
        return [(ids, took / 1000) for ids, took in self._page.evaluate(_ASK, [texts, 1000 * most])]

    @property
    def transferred(self) -> Fetched:
        """The bytes that were sent since the page was opened: scripts, index, results."""
        sent, raw = ([size[place] for size in self._sizes] for place in range(2))
        return Fetched(sum(sent), sum(raw))

    def slowed(self, times: int) -> None:
        """Let the page's processor be so many times slower than it is; its workers are not slowed."""
        slow_down(self._page, times)

    def _count(self, response: Response) -> None:
        sent = int(response.headers.get("content-length", 0))
        self._sizes.append((sent, int(response.headers.get(UNPACKED, sent))))


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


def fetched(page: Page) -> tuple[Fetched, Fetched]:
    """Give what our list had fetched when it first showed its hits: the search alone, and all of the page with it.

    The search is the index and the scripts and styles that only the page of all decisions asks for.
    """
    sent, raw, whole, whole_raw = page.evaluate(_FETCHED)
    return Fetched(sent, raw), Fetched(whole, whole_raw)


def typed(page: Page, texts: list[str], most: float) -> list[float]:
    """Type texts into our list and give the seconds that each took to be answered; no more after ``most`` seconds."""
    script = (PAGES / "explorer.js").read_text("utf-8")
    return [took / 1000 for took in page.evaluate(script, [texts, 1000 * most])]


def slow_down(page: Page, times: int) -> None:
    """Let a page's processor be so many times slower than it is."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": times})
