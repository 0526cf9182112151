"""The search of the header suggests while a reader types, to all readers, and costs those nothing who do not."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import axe_violations, rules_of
from tests.browser.conftest import Opener, OpenPage
from tests.site.sites import Sites

WORD, TITLE = "fossil", "Fossilfritt 2030 – Rena resan"
SHIFTS = """() => new Promise((told) => {
  const unasked = (entry) => (entry.hadRecentInput ? 0 : entry.value);
  const seen = (list) => told(list.getEntries().map(unasked).reduce((sum, value) => sum + value, 0));
  new PerformanceObserver(seen).observe({type: "layout-shift", buffered: true});
  setTimeout(() => told(0), 300);
})"""


@pytest.fixture
def typed(opened: Opener, sites: Sites) -> OpenPage:
    """Give a page in whose header a word has been typed, its suggestions shown."""
    result = opened(sites["own"], "mottagare/", viewport={"width": 1280, "height": 900})
    begin(result.page)
    return result


def begin(page: Page, field: str = "#find", text: str = WORD) -> None:
    page.locator(field).focus()
    page.keyboard.type(text, delay=20)
    expect(page.get_by_role("option").first).to_be_visible()


def marked(page: Page) -> str | None:
    """Give the text of the option that Enter would follow, as assistive technology finds it."""
    id_ = page.evaluate("document.activeElement.getAttribute('aria-activedescendant')")
    selected = page.locator("[role=option][aria-selected=true]")
    assert selected.count() == (id_ is not None)
    return selected.inner_text() if id_ and selected.get_attribute("id") == id_ else None


def test_the_keyboard_chooses_and_follows(typed: OpenPage) -> None:
    page, combobox = typed.page, typed.page.get_by_role("combobox")
    expect(combobox).to_have_attribute("aria-expanded", "true")
    options = page.get_by_role("option").all_inner_texts()
    assert marked(page) is None
    page.keyboard.press("ArrowUp")
    assert marked(page) == options[-1]
    page.keyboard.press("ArrowDown")
    assert marked(page) is None
    page.keyboard.press("ArrowDown")
    assert (marked(page) or "").startswith(TITLE)
    page.keyboard.press("Home")
    assert marked(page) is None
    page.keyboard.press("Escape")
    expect(combobox).to_have_attribute("aria-expanded", "false")
    expect(combobox).to_have_value(WORD)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(TITLE)


def test_enter_without_a_choice_searches(typed: OpenPage) -> None:
    typed.page.keyboard.press("Enter")
    expect(typed.page).to_have_url(f"{typed.origin}beslut/?q={WORD}")


def test_tab_leaves_and_closes(typed: OpenPage) -> None:
    typed.page.keyboard.press("Tab")
    expect(typed.page.get_by_role("listbox")).to_have_count(0)
    assert typed.page.evaluate("document.activeElement.matches('.find button')")


def test_the_number_of_hits_is_that_of_the_list(typed: OpenPage) -> None:
    last = typed.page.get_by_role("option").last
    said = re.search(r"\d+", last.inner_text())
    last.click()
    expect(typed.page).to_have_url(f"{typed.origin}beslut/?q={WORD}")
    expect(typed.page.locator("[data-settled]")).to_be_attached()
    shown = typed.page.locator("[data-result-count]").first.get_attribute("data-result-count")
    assert shown == (said[0] if said else "1")


@pytest.mark.parametrize(
    ("name", "text", "group", "leads"),
    [
        ("region-vasterbotten-gotland", "lycks", "Kommuner", "kommun/2481/"),
        ("own", "linköp", "Mottagare", "mottagare/linkopings-universitet/"),
    ],
)
def test_recipients_and_municipalities_are_offered_apart(  # noqa: PLR0913, PLR0917 - what is offered where
    opened: Opener, sites: Sites, name: str, text: str, group: str, leads: str
) -> None:
    result = opened(sites[name], "om/")
    begin(result.page, text=text)
    option = result.page.get_by_role("group", name=group).get_by_role("option").first
    assert option.get_attribute("href") == result.origin + leads


def test_a_pointer_follows_a_suggestion(opened: Opener, sites: Sites) -> None:
    result = opened(sites["own"], "om/", has_touch=True, viewport={"width": 320, "height": 640})
    begin(result.page)
    result.page.get_by_role("option").first.tap()
    expect(result.page.locator("h1")).to_have_text(TITLE)


def test_suggestions_are_announced(typed: OpenPage) -> None:
    expect(typed.page.locator(".find [role=status]")).to_have_text(re.compile(r"^\d+ förslag"))


def test_nothing_found_leads_to_help(opened: Opener, sites: Sites) -> None:
    result = opened(sites["own"], "om/")
    begin(result.page, text="qqxxz")
    expect(result.page.get_by_role("option")).to_have_text(re.compile("Inga träffar"))
    expect(result.page.locator(".find [role=status]")).to_have_text("Inga förslag.")


@pytest.mark.parametrize("url", ["", "bort/fran/sidan/"])
def test_the_large_search_suggests_too(opened: Opener, sites: Sites, url: str) -> None:
    page = opened(sites["own"], url).page
    begin(page, "#q")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(TITLE)


def test_a_page_asks_for_nothing_before_a_reader_turns_to_the_search(opened: Opener, sites: Sites) -> None:
    result = opened(sites["own"], "mottagare/")
    result.page.wait_for_load_state("networkidle")
    assert [url for url in result.witness.requests if "/search/" in url or "suggest" in url] == []


def test_typing_breaks_no_policy_asks_nobody_else_and_moves_nothing(typed: OpenPage) -> None:
    assert typed.witness.complaints == []
    assert typed.witness.outside(typed.origin) == []
    assert typed.page.evaluate(SHIFTS) == 0


def test_where_the_index_is_missing_the_form_still_leads_to_the_list(opened: Opener, sites: Sites) -> None:
    result = opened(sites["own"], "mottagare/")
    result.page.route("**/search/index.json", lambda route: route.abort())
    result.page.locator("#find").focus()
    result.page.keyboard.type(WORD)
    with result.page.expect_event("requestfailed"):
        pass
    expect(result.page.get_by_role("option")).to_have_count(0)
    result.page.keyboard.press("Enter")
    expect(result.page).to_have_url(f"{result.origin}beslut/?q={WORD}")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_list_is_accessible(opened: Opener, sites: Sites, scheme: str, width: int) -> None:
    for url, field in (("mottagare/", "#find"), ("", "#q")):
        window = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme, "bypass_csp": True}
        page = opened(sites["own"], url, **window).page
        begin(page, field)
        page.keyboard.press("ArrowDown")
        assert axe_violations(page, rules_of(scheme)) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_the_list_says_what_is_missing_and_where_to_look(opened: Opener, sites: Sites) -> None:
    result = opened(sites["own"], "om/", java_script_enabled=False, viewport={"width": 320, "height": 640})
    result.page.locator("#find").fill("energi")
    result.page.locator(".find button").click()
    expect(result.page).to_have_url(f"{result.origin}beslut/?q=energi")
    expect(result.page.locator("main .notice").first).to_contain_text("JavaScript")
