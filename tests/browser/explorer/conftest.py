"""The list of all decisions, alive: what a reader does there, and what it then says of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.conftest import Opener, OpenPage, settle
from tests.site.built import BuiltSite
from tests.site.sites import Sites

PAGE = "beslut/"
PATIENCE = 5_000
"""How long a test waits for what never comes, in milliseconds; what is there is seen at once."""
IDS = "() => [...document.querySelectorAll('.explorer__list [data-id]')].map((hit) => hit.dataset.id)"


@dataclass(frozen=True)
class Explorer:
    """The page in a window, once it has settled."""

    opened: OpenPage

    @property
    def page(self) -> Page:
        """The page that a reader sees."""
        return self.opened.page

    @property
    def root(self) -> Locator:
        """The part of the page that tells its result."""
        return self.page.locator(".explorer")

    @property
    def count(self) -> int:
        """How many decisions the page says that it has found."""
        return int(self._told("data-result-count"))

    @property
    def sum(self) -> int:
        """The sum that the page tells, in whole kronor."""
        return int(self._told("data-result-sum"))

    @property
    def ids(self) -> list[str]:
        """The decisions that are shown, in their order."""
        shown: list[str] = self.page.evaluate(IDS)
        return shown

    @property
    def asked(self) -> list[tuple[str, str]]:
        """The parameters of the address."""
        return parse_qsl(urlsplit(self.page.url).query)

    @property
    def heading(self) -> str:
        """The line that says how many there are."""
        return self.page.locator("#lista").inner_text()

    def settle(self) -> None:
        """Wait for the view that is being made."""
        settle(self.page)

    def type(self, text: str) -> None:
        """Type a query over the one that stands there, sign by sign, and wait for its result."""
        field = self.page.locator("#q")
        field.fill("")
        field.press_sequentially(text)
        self.page.wait_for_function(
            "(q) => (new URLSearchParams(location.search).get('q') ?? '') === q"
            " && document.querySelector('.explorer[data-settled][data-counted]')",
            arg=text.strip(),
        )

    def facet(self, name: str) -> Locator:
        """Give a filter, opened."""
        facet = self.page.locator(f"[data-facet='{name}']")
        facet.evaluate("(details) => { details.open = true; }")
        return facet

    def value(self, facet: str, key: str) -> Locator:
        """Give the row of a value of a filter."""
        return self.facet(facet).locator(f"[data-value='{key}']")

    def choose(self, facet: str, key: str) -> None:
        """Choose a value of a filter with the mouse."""
        self.value(facet, key).locator(".value__choose").click()
        self.settle()

    def counted(self, facet: str, key: str) -> int:
        """Give how many decisions a value of a filter says that it has."""
        return int(self.value(facet, key).locator(".value__count").inner_text().replace(" ", ""))

    def _told(self, name: str) -> str:
        value = self.root.get_attribute(name)
        assert value is not None
        return value


Explore = Callable[..., Explorer]


@pytest.fixture
def site(sites: Sites) -> BuiltSite:
    """Give the site of forty examples, below a path."""
    return sites["examples"]


@pytest.fixture
def explore(opened: Opener, site: BuiltSite) -> Explore:
    """Give a function that opens the list with a query of the address, and waits for its result."""

    def open_page(search: str = "", **window: Any) -> Explorer:
        explorer = Explorer(opened(site, PAGE + search, **{"viewport": {"width": 1280, "height": 900}, **window}))
        explorer.page.set_default_timeout(PATIENCE)
        explorer.settle()
        return explorer

    return open_page
