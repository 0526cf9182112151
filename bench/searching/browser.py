"""One browser for a measurement: it asks an engine, counts what was transferred, and slows its processor down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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
_ASK: Final = """async (texts) => {
    const answers = [];
    for (const text of texts) {
        const begun = performance.now();
        const ids = await globalThis.ask(text);
        answers.push([ids, performance.now() - begun]);
    }
    return answers;
}"""
MOST_SECONDS: Final = 300
"""How long an engine may take to be ready, or to answer some texts."""


@dataclass(frozen=True, slots=True)
class Transferred:
    """Bytes that a page was sent, and in how many answers."""

    bytes: int
    answers: int


class Asked:
    """A page with an engine in it, ready to be asked. ``ready`` is how many seconds it took to be so."""

    def __init__(self, page: Page, engine: Engine) -> None:
        self._page, self._sizes = page, list[int]()
        self._session = page.context.new_cdp_session(page)
        page.context.on("response", self._count)
        self.ready = page.evaluate(_START, [engine.script, dict(engine.given)]) / 1000

    def answers(self, texts: list[str]) -> list[tuple[list[str], float]]:
        """Give for each text the ids, best first, and the seconds that it took; one after the other."""
        return [(ids, took / 1000) for ids, took in self._page.evaluate(_ASK, texts)]

    @property
    def transferred(self) -> Transferred:
        """What was sent since the page was opened: scripts, index, results."""
        return Transferred(sum(self._sizes), len(self._sizes))

    def slowed(self, times: int) -> None:
        """Let the page's processor be so many times slower than it is; its workers are not slowed."""
        self._session.send("Emulation.setCPUThrottlingRate", {"rate": times})

    def _count(self, response: Response) -> None:
        self._sizes.append(int(response.headers.get("content-length", 0)))


@contextmanager
def browsing() -> Iterator[Browser]:
    """Start the distribution's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(_ARGUMENTS))
        yield browser
        browser.close()


@contextmanager
def asking(browser: Browser, engine: Engine) -> Iterator[Asked]:
    """Open a fresh page with an engine that is ready, nothing kept from before.

    Raises:
        TimeoutError: of playwright, if the engine is not ready in time.
    """
    with hosting({"pages": PAGES, **engine.folders}) as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{address}pages/index.html")
        yield Asked(page, engine)
        context.close()
