"""The search engine of a small site, whose decisions stand in ``decisions/``, run in the browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Serve, opening
from tests.browser.windows import Windows
from tests.site.built import BuiltSite
from tests.site.sites import Sites

MODULES = (
    "downloads/columns",
    "engine/counting",
    "engine/explaining",
    "engine/interpreting",
    "engine/relaxing",
    "engine/selecting",
    "engine/suggesting",
    "engine/sums",
    "index/decoding",
    "index/published",
    "index/reading",
    "query/query",
    "query/ranges",
    "query/state",
    "query/swedish",
)
LOAD = """async ([folder, names]) => {
    const modules = await Promise.all(names.map((name) => import(`${folder}${name}.js`)));
    globalThis.engine = Object.assign({}, ...modules);
}"""
OPEN = """async (base) => {
    engine.index = await engine.Index.open(base);
    engine.asked = (search) => engine.fromParams(new URLSearchParams(search));
    engine.ids = async (docs) => (await engine.index.rows(docs)).map(([id]) => id);
}"""

Run = Callable[..., Any]


def load(page: Page, site: BuiltSite, origin: str) -> None:
    """Load the engine that a site publishes into a page of it, as ``engine``, with its index as ``engine.index``."""
    folder = next(site.folder.glob("assets/funding.*/search")).relative_to(site.folder).as_posix()
    page.evaluate(LOAD, [f"{origin}{folder}/", MODULES])
    page.evaluate(OPEN, f"{origin}search/")


@pytest.fixture(scope="module")
def page(windows: Windows, serve: Serve, sites: Sites) -> Iterator[Page]:
    """Give a page of the small site with the engine in it."""
    site = sites["searched"]
    with opening(windows, serve) as opener:
        opened = opener(site, "om/")
        load(opened.page, site, opened.origin)
        yield opened.page


@pytest.fixture(scope="module")
def run(page: Page) -> Run:
    """Give a function that runs a function of JavaScript in the page, with the one thing it is given."""
    return page.evaluate
