"""The page before its scripts, without them, and where the index cannot be had."""

import re

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Opener
from tests.browser.explorer.conftest import IDS, PAGE, PATIENCE, Explore, Explorer
from tests.site.built import BuiltSite

LOOKS = """() => [...document.querySelectorAll('#lista, .keyfigures > *, .decisions, [data-id], [data-id] > *, .tools')]
  .map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const text = element.matches('.tools') ? '' : element.textContent.replace(/\\s+/g, '');
    return [element.tagName, x, y, width, height, text].join(' ');
  })"""
WINDOW = {"viewport": {"width": 1280, "height": 900}}


def rest_until(page: Page, held: list[Route]) -> None:
    """Let a page rest until something that it has asked for is held back, and some time for what must not happen."""
    page.wait_for_timeout(300)
    for _ in range(PATIENCE // 50):
        if not held:
            page.wait_for_timeout(50)


def test_the_list_comes_alive_without_a_jump(opened: Opener, site: BuiltSite) -> None:
    window = opened(site, "om/", **WINDOW)
    held: list[Route] = []
    window.page.route("**/search/index.json", lambda route: held.append(route))  # noqa: PLW0108 - it must be a function
    window.page.goto(window.origin + PAGE)
    rest_until(window.page, held)
    before, ids = window.page.evaluate(LOOKS), window.page.evaluate(IDS)
    count, total = (
        window.page.locator(".explorer").get_attribute(name) for name in ("data-result-count", "data-result-sum")
    )
    held[0].continue_()
    explorer = Explorer(window)
    explorer.settle()
    assert window.page.evaluate(LOOKS) == before
    expect(window.page.locator("#bilder")).to_be_visible()
    assert window.page.evaluate(LOOKS) == before
    assert explorer.ids == ids
    assert (str(explorer.count), str(explorer.sum)) == (count, total)


def test_the_standing_list_comes_back_when_all_choices_are_taken_back(explore: Explore) -> None:
    explorer = explore()
    before = explorer.page.locator("[data-list]").inner_html()
    explorer.choose("status", "granted")
    assert explorer.page.locator("[data-list]").inner_html() != before
    explorer.choose("status", "granted")
    assert explorer.page.locator("[data-list]").inner_html() == before


def test_an_address_that_asks_for_something_never_shows_everything(opened: Opener, site: BuiltSite) -> None:
    window = opened(site, "om/", **WINDOW)
    held: list[Route] = []
    window.page.route("**/search/index.json", lambda route: held.append(route))  # noqa: PLW0108 - it must be a function
    window.page.goto(f"{window.origin}{PAGE}?status=rejected")
    rest_until(window.page, held)
    expect(window.page.locator("[data-id]").first).to_be_hidden()
    expect(window.page.get_by_text("Söker …")).to_be_visible()
    held[0].continue_()
    Explorer(window).settle()
    expect(window.page.locator("[data-id]").first).to_be_visible()
    expect(window.page.get_by_text("Söker …")).to_be_hidden()


def test_the_hits_are_shown_before_their_sum_which_has_its_place(opened: Opener, site: BuiltSite) -> None:
    window = opened(site, "om/", **WINDOW)
    held: list[Route] = []
    window.page.route("**/search/column-amount*", lambda route: held.append(route))  # noqa: PLW0108 - must be a function
    window.page.goto(f"{window.origin}{PAGE}?q=kultur")
    window.page.wait_for_selector(".explorer[data-listed]", state="attached")
    hits, sums = window.page.locator("[data-id]"), window.page.locator("[data-figures] .figure")
    expect(hits.first).to_be_visible()
    expect(sums.first).to_be_hidden()
    expect(window.page.locator("[data-announced]")).to_be_empty()
    assert window.page.locator(".explorer").get_attribute("data-settled") is None
    before, ids = hits.first.bounding_box(), window.page.evaluate(IDS)
    held[0].continue_()
    explorer = Explorer(window)
    explorer.settle()
    expect(sums.first).to_be_visible()
    assert (hits.first.bounding_box(), explorer.ids) == (before, ids)
    expect(window.page.locator("[data-announced]")).to_contain_text("kr beviljat")


def test_hits_stay_where_their_sum_cannot_be_had_and_the_reader_is_told(opened: Opener, site: BuiltSite) -> None:
    window = opened(site, "om/", **WINDOW)
    window.page.route("**/search/column-amount*", lambda route: route.abort())
    window.page.goto(f"{window.origin}{PAGE}?q=kultur")
    told = window.page.locator("[data-failed]")
    expect(told).to_contain_text("Träffarna i listan stämmer", use_inner_text=True)
    expect(told).not_to_contain_text("visar inte det som du har frågat efter", use_inner_text=True)
    expect(window.page.locator("[data-id]").first).to_be_visible()
    expect(window.page.locator("[data-figures] .figure").first).to_be_hidden()


def test_an_index_that_cannot_be_had_is_told_and_the_list_stays(opened: Opener, site: BuiltSite) -> None:
    for answer in ("404", "offline"):
        window = opened(site, "om/", **WINDOW)
        window.page.route(
            "**/search/index.json", lambda route, a=answer: route.fulfill(status=404) if a == "404" else route.abort()
        )
        window.page.goto(f"{window.origin}{PAGE}?status=rejected")
        told = window.page.get_by_role("alert").filter(has_text="Sökningen kunde inte laddas")
        expect(told).to_be_visible()
        assert len(window.page.evaluate(IDS)) == 40
        expect(window.page.locator("[data-id]").first).to_be_visible()
        window.page.unroute("**/search/index.json")
        told.get_by_role("link", name="Försök igen").click()
        Explorer(window).settle()
        assert Explorer(window).count == 3
        expect(told).to_be_hidden()


def test_a_file_of_the_index_that_cannot_be_had_is_told(explore: Explore) -> None:
    explorer = explore()
    explorer.page.route("**/search/terms-*", lambda route: route.abort())
    explorer.page.locator("#q").fill("kultur")
    told = explorer.page.locator("[data-failed]")
    expect(told).to_contain_text("visar inte det som du har frågat efter", use_inner_text=True)
    expect(told).not_to_contain_text("Träffarna i listan stämmer", use_inner_text=True)
    explorer.page.unroute("**/search/terms-*")
    explorer.type("energi")
    expect(explorer.page.locator("[data-failed]")).to_be_hidden()


def test_without_scripts_the_list_and_the_ways_on_are_there(opened: Opener, site: BuiltSite) -> None:
    page = opened(site, PAGE, java_script_enabled=False, **WINDOW).page
    assert page.locator("[data-id]").count() == 40
    for seen in ("#lista", "#bladdra", ".keyfigures", ".explorer__search button:not([data-clear])"):
        expect(page.locator(seen).first).to_be_visible()
    assert re.search(
        r"<noscript>.*?behöver JavaScript.*?</noscript>", (site.folder / PAGE / "index.html").read_text("utf-8")
    )
    for dead in (
        "#filter",
        "[data-tools]",
        ".explorer__toggle",
        "#bilder",
        "#ladda-ner",
        "[data-more]",
        "[data-failed]",
    ):
        expect(page.locator(dead)).to_be_hidden()
    page.locator("#q").fill("energi")
    page.locator("#q").press("Enter")
    expect(page.locator("[data-id]").first).to_be_visible()
    assert page.url.endswith(f"{PAGE}?q=energi")
