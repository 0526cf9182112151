"""The index on hosts as they are: files that vanish, that change, that come unpacked, that never come."""

import json
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from tests.browser.conftest import SETTLED, Opener, OpenPage, Serve
from tests.browser.search.conftest import load
from tests.browser.server import put
from tests.site.built import BuiltSite
from tests.site.sites import AT_ROOT, Sites

ASKED = """async (search) => {
    try {
        const found = await engine.select(engine.index, engine.asked(search));
        return [found.count, found.generation];
    } catch (error) {
        return [error.name, error.kind];
    }
}"""


@pytest.fixture
def site(tmp_path: Path, sites: Sites) -> BuiltSite:
    """Give a copy of the small site, to spoil."""
    shutil.copytree(sites["searched"].folder, tmp_path / "site")
    return BuiltSite(tmp_path / "site", AT_ROOT)


@pytest.fixture
def window(site: BuiltSite, opened: Opener, serve: Serve) -> OpenPage:
    window = opened(site, "om/")
    load(window.page, site, serve(site))
    return window


@pytest.fixture
def page(window: OpenPage) -> Page:
    return window.page


def files(site: BuiltSite, family: str) -> list[Path]:
    return sorted(site.folder.glob(f"search/{family}*.bin"))


def test_a_missing_file_is_told(site: BuiltSite, page: Page) -> None:
    for file in files(site, "terms"):
        file.unlink()
    assert page.evaluate(ASKED, "q=åsbro") == ["SearchError", "missing"]
    assert page.evaluate(ASKED, "") == [8, 0]


def test_a_site_that_is_published_anew_answers_by_its_new_index(site: BuiltSite, page: Page) -> None:
    table = site.folder / "search/index.json"
    told = json.loads(table.read_text("utf-8"))
    old, new = told["columns"]["amount"], "column-amount.00000000.bin"
    (site.folder / "search" / old).rename(site.folder / "search" / new)
    told["columns"]["amount"] = new
    put(table, json.dumps(told))
    assert page.evaluate(ASKED, "q=åsbro") == [3, 1]


def test_the_list_is_made_of_the_new_index_where_only_its_rows_are_gone(site: BuiltSite, opened: Opener) -> None:
    page = opened(site, "beslut/").page
    page.wait_for_selector(SETTLED, state="attached")
    table = site.folder / "search/index.json"
    told = json.loads(table.read_text("utf-8"))
    for number, file in enumerate(files(site, "rows")):
        file.rename(file.with_name(f"rows-{number}.00000000.bin"))
    told["rows"]["files"] = "00000000" * len(files(site, "rows"))
    put(table, json.dumps(told))
    page.fill("#q", "åsbro")
    page.wait_for_selector('.explorer[data-settled][data-result-count="3"] .explorer__list [data-id]', timeout=10_000)
    assert page.locator("[data-failed]").is_hidden()


def test_spoilt_files_are_told(site: BuiltSite, page: Page) -> None:
    for file in files(site, "terms"):
        put(file, file.read_bytes()[:40])
    assert page.evaluate(ASKED, "q=åsbro") == ["SearchError", "broken"]
    for file in files(site, "facets"):
        put(file, b"<!doctype html>")
    assert page.evaluate(ASKED, "q=status:granted") == ["SearchError", "broken"]


@pytest.mark.parametrize("family", ["terms", "names", "column-counts", "order-title"])
def test_an_empty_file_is_not_taken_for_nothing_found(site: BuiltSite, page: Page, family: str) -> None:
    for file in files(site, family):
        put(file, b"")
    assert page.evaluate(ASKED, "q=åsbro&sort=title") == ["SearchError", "broken"]


@pytest.mark.parametrize("spoilt", [zlib.decompress, lambda content: content[:-1], lambda content: content + b"\0"])
def test_a_file_that_is_not_whole_or_not_as_published_is_told(
    site: BuiltSite, page: Page, spoilt: Callable[[bytes], bytes]
) -> None:
    for file in files(site, "column-counts"):
        put(file, spoilt(file.read_bytes()))
    assert page.evaluate(ASKED, "q=åsbro") == ["SearchError", "broken"]


def test_a_host_that_cannot_be_reached_is_told(page: Page) -> None:
    page.route("**/search/*", lambda route: route.abort())
    assert page.evaluate(ASKED, "q=åsbro") == ["SearchError", "network"]
    page.unroute("**/search/*")
    assert page.evaluate(ASKED, "q=åsbro") == [3, 0]


def test_a_page_in_place_of_a_file_is_told_after_the_index_was_read_anew(window: OpenPage) -> None:
    page, asked = window.page, window.witness.requests
    asked.clear()
    page.route("**/search/terms*", lambda route: route.fulfill(content_type="text/html", body="<!doctype html>"))
    assert page.evaluate(ASKED, "q=åsbro") == ["SearchError", "missing"]
    assert [address.rsplit("/", 1)[-1] for address in asked].count("index.json") == 1
    page.route("**/search/index.json", lambda route: route.fulfill(content_type="text/html", body="<!doctype html>"))
    opening = "() => engine.Index.open(engine.index.files.base).catch((error) => [error.name, error.kind])"
    assert page.evaluate(opening) == ["SearchError", "missing"]


def test_an_index_that_lacks_something_is_told(site: BuiltSite, page: Page) -> None:
    table = site.folder / "search/index.json"
    told = json.loads(table.read_text("utf-8"))
    opening = "() => engine.Index.open(engine.index.files.base).then(() => null, (error) => [error.name, error.kind])"
    for name in told.keys() - {"version", "own", "words"}:
        put(table, json.dumps({key: value for key, value in told.items() if key != name}))
        assert page.evaluate(opening) == ["SearchError", "broken"], name


def test_an_index_of_another_version_is_told(site: BuiltSite, page: Page) -> None:
    put(site.folder / "search/index.json", '{"version": 2}')
    opening = "() => engine.Index.open(engine.index.files.base).catch((error) => error.kind)"
    assert page.evaluate(opening) == "changed"


def test_a_search_that_is_overtaken_stops_and_takes_nothing_from_others(page: Page) -> None:
    held: list[Route] = []
    page.route("**/search/terms*", lambda route: held.append(route))  # noqa: PLW0108 - must be a function of Python
    page.evaluate("""() => {
        const [first, second, third] = Array.from({ length: 3 }, () => new AbortController());
        const ask = (one) => engine.select(engine.index, engine.asked("q=åsbro"), one.signal);
        engine.going = [first, second, third].map((one) => ask(one).then(({ count }) => count, ({ name }) => name));
        first.abort();
        engine.third = third;
    }""")
    page.wait_for_function("() => engine.going[0]")
    assert page.evaluate("() => engine.going[0]") == "AbortError"
    page.wait_for_timeout(50)
    page.evaluate("() => engine.third.abort()")
    assert page.evaluate("() => engine.going[2]") == "AbortError"
    for route in held:
        route.continue_()
    page.unroute("**/search/terms*")
    assert page.evaluate("() => engine.going[1]") == 3
