"""Windows of the browser that go from test to test: a new one costs five times the page that is opened in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, ViewportSize

from tests.browser.server import EMPTY
from tests.browser.witness import Witness

MOST_KEPT = 6
PATIENCE = 30_000
"""How long a page is waited for where a test says nothing else, in milliseconds."""
OUTSIDE = (-10, -10)


@dataclass(frozen=True, slots=True)
class Window:
    """A page in a window of its own, watched from before anything is opened in it."""

    page: Page
    witness: Witness
    session: CDPSession
    size: ViewportSize | None

    @classmethod
    def new(cls, browser: Browser, settings: dict[str, Any]) -> Window:
        """Open an empty window; ``settings`` go to Chromium: size, colours, script."""
        context = browser.new_context(**settings)
        page = context.new_page()
        return cls(page, Witness.of(page), context.new_cdp_session(page), page.viewport_size)

    def clean(self) -> None:
        """Leave nothing of a test to the next but files that were fetched."""
        for other in self.page.context.pages:
            if other != self.page:
                other.close()
        self.page.unroute_all(behavior="ignoreErrors")
        self.page.context.clear_cookies()
        self._forget()
        self.page.emulate_media(media="null")
        if self.size and self.page.viewport_size != self.size:
            self.page.set_viewport_size(self.size)
        self.page.mouse.move(*OUTSIDE)
        self.page.set_default_timeout(PATIENCE)
        self.session.send("Page.resetNavigationHistory")
        self.witness.forget()

    def _forget(self) -> None:
        """Leave the page for an empty one of its origin, whose process then goes to the next test, not a new one.

        From there what the origin stored is dropped, of each that was opened: a tab's own storage is open only there.
        Every origin that is opened is one of ours. Where none was, a page may still have been filled in.
        """
        if not self.witness.origins:
            self.page.goto("about:blank")
        for origin in sorted(self.witness.origins):
            self.page.goto(origin + EMPTY)
            self.page.evaluate("() => sessionStorage.clear()")
            self.session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})


@dataclass(frozen=True)
class Windows:
    """The windows that nobody uses now, the last one left at the end; the one left first is closed for want of room."""

    browser: Browser
    left: list[tuple[str, Window]] = field(default_factory=list)

    @contextmanager
    def one(self, settings: dict[str, Any]) -> Iterator[Window]:
        """Give a clean window with some settings, and take it back at the end."""
        key = json.dumps(settings, sort_keys=True)
        found = next((kept for kept in reversed(self.left) if kept[0] == key), None)
        if found:
            self.left.remove(found)
        window = found[1] if found else Window.new(self.browser, settings)
        try:
            yield window
        finally:
            self._take_back(key, window)

    def _take_back(self, key: str, window: Window) -> None:
        """Keep a window for the next; one that cannot be cleaned is closed, and the fault told."""
        try:
            window.clean()
        except Exception:
            window.page.context.close()
            raise
        self.left.append((key, window))
        if len(self.left) > MOST_KEPT:
            _, oldest = self.left.pop(0)
            oldest.page.context.close()
