"""Ten things that a citizen comes for, done from the first page to the answer with nothing but a keyboard."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SETTLED, Opener
from tests.browser.explorer.conftest import IDS, PAGE, PATIENCE
from tests.site.built import BuiltSite

FARTHEST = 90
"""How many stops a reader goes from where they are before giving up."""
NAME = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const label = at.labels?.[0]?.textContent ?? at.getAttribute("aria-label") ?? at.textContent;
  return label.replace(/\\s+/g, " ").trim();
}"""
RESULT = "() => Number(document.querySelector('.explorer').dataset.resultCount)"


@dataclass(frozen=True)
class Hands:
    """A reader with a keyboard before a page: looks, presses keys, and does nothing else."""

    page: Page

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def go(self, name: str, key: str = "Tab") -> None:
        """Go from stop to stop until one is called so; the focus is never lost on the way."""
        for _ in range(FARTHEST):
            self.press(key)
            found = self.page.evaluate(NAME)
            assert found is not None, f"the focus was lost before {name}"
            if re.search(name, found):
                return
        pytest.fail(f"no stop is called {name}")

    def settle(self) -> None:
        """Wait for the result; the focus stands somewhere when it has come."""
        self.page.wait_for_selector(SETTLED, state="attached")
        assert self.page.evaluate(NAME) is not None, "the focus was lost when the result came"

    def asked(self, search: str) -> None:
        """Wait until the address asks for so much."""
        self.page.wait_for_function("(search) => location.search === search", arg=search)
        self.settle()


@pytest.fixture
def begin(opened: Opener, site: BuiltSite) -> Hands:
    """Open the start page."""
    page = opened(site, "", viewport={"width": 1280, "height": 900}).page
    page.set_default_timeout(PATIENCE)
    return Hands(page)


@pytest.fixture
def listed(begin: Hands) -> Hands:
    """Go from the start page to the list of all decisions, and on to its content."""
    begin.go("^Beslut$")
    begin.press("Enter")
    begin.page.wait_for_selector(SETTLED, state="attached")
    begin.go("[Hh]oppa|innehåll")
    begin.press("Enter")
    return begin


def test_what_has_my_municipality_received(begin: Hands) -> None:
    begin.go("[Hh]oppa|innehåll")
    begin.press("Enter")
    begin.go("^Karlskoga$")
    begin.press("Enter")
    expect(begin.page.locator("h1")).to_contain_text("Karlskoga")


def test_what_is_there_about_a_subject(begin: Hands) -> None:
    begin.go("^Vad vill du veta mer om")
    begin.page.keyboard.type("kultur")
    begin.press("Enter")
    begin.page.wait_for_url(re.compile(r"beslut/\?q=kultur$"))
    begin.page.wait_for_selector(SETTLED, state="attached")
    assert begin.page.evaluate(RESULT) > 0


def test_which_page_has_a_name_that_i_know(begin: Hands) -> None:
    begin.go("^Sök beslut, mottagare")
    begin.page.keyboard.type("karlskoga")
    expect(begin.page.get_by_role("option").first).to_be_visible()
    begin.press("ArrowDown", "Enter")
    expect(begin.page.locator("h1")).to_contain_text("Karlskoga")


def test_what_was_refused(listed: Hands) -> None:
    listed.go("^Visa fler$")
    listed.press("Enter")
    listed.go(r"^Avslagen \d+$", "Shift+Tab")
    said = int(re.findall(r"\d+", listed.page.evaluate(NAME))[0])
    listed.press("Enter")
    listed.asked("?status=rejected")
    assert listed.page.evaluate(RESULT) == said


def test_everything_but_what_is_only_proposed(listed: Hands) -> None:
    before = listed.page.evaluate(RESULT)
    listed.go("^Uteslut Föreslagen$")
    listed.press("Enter")
    listed.asked("?status=-proposed")
    assert 0 < listed.page.evaluate(RESULT) < before
    listed.go("^Ta bort: Status inte Föreslagen")
    listed.press("Enter")
    listed.asked("")
    assert listed.page.evaluate(RESULT) == before


def test_what_was_more_than_a_million(listed: Hands) -> None:
    listed.go("^Från$")
    listed.page.keyboard.type("1 mnkr")
    listed.press("Enter")
    listed.asked("?amount=1000000-")
    assert 0 < listed.page.evaluate(RESULT) < 40


def test_what_was_the_largest_of_all(listed: Hands) -> None:
    listed.go("^Ordning$")
    listed.press("ArrowDown", "ArrowDown")
    listed.asked("?sort=-amount")
    first = listed.page.evaluate(IDS)[0]
    listed.go("^[A-ZÅÄÖ].*$")
    listed.page.keyboard.press("Tab")
    amounts = listed.page.locator("[data-id] .amount .num").all_inner_texts()
    sums = [int(re.sub(r"\D", "", amount)) for amount in amounts]
    assert sums == sorted(sums, reverse=True)
    assert first == listed.page.evaluate(IDS)[0]


def test_all_of_many_and_back_from_one_of_them(listed: Hands) -> None:
    listed.go(r"^Beviljad \d+$")
    listed.press("Enter")
    listed.asked("?status=granted")
    listed.go(r"^Visa \d+ till$")
    listed.press("Enter")
    expect(listed.page.locator("[data-id]")).to_have_count(listed.page.evaluate(RESULT))
    title = listed.page.evaluate(NAME)
    assert title == listed.page.locator("[data-id] .title a").nth(10).inner_text()
    listed.press("Enter")
    expect(listed.page.locator("h1")).to_have_text(title)
    listed.page.go_back()
    listed.page.wait_for_selector(SETTLED, state="attached")
    expect(listed.page.locator("[data-id]")).to_have_count(listed.page.evaluate(RESULT))


def test_the_figures_in_pictures_and_on_from_one_of_them(listed: Hands) -> None:
    listed.go("^Urvalet i siffror")
    listed.press("Enter")
    expect(listed.page.locator("#bilder .chart").first).to_be_visible()
    listed.go(r"^20\d\d$")
    year = listed.page.evaluate(NAME)
    listed.press("Enter")
    listed.asked(f"?year={year}")
    assert listed.page.evaluate(RESULT) > 0


def test_the_decisions_as_a_file(listed: Hands) -> None:
    listed.go("^Ladda ner$")
    listed.press("Enter")
    listed.go("^CSV för svenska Excel$")
    with listed.page.expect_download() as download:
        listed.press("Enter")
    assert download.value.suggested_filename.endswith(".csv")
    assert listed.page.evaluate(NAME) == "CSV för svenska Excel"


def test_a_result_is_told_once_and_only_when_it_rests(opened: Opener, site: BuiltSite) -> None:
    page = opened(site, PAGE).page
    page.set_default_timeout(PATIENCE)
    page.wait_for_selector(SETTLED, state="attached")
    expect(page.locator("[data-announced]")).not_to_be_empty()
    page.evaluate("""() => {
      window.told = [];
      const place = document.querySelector("[data-announced]");
      new MutationObserver(() => window.told.push(place.textContent)).observe(place, { childList: true });
    }""")
    page.locator("#q").focus()
    page.keyboard.type("kultur", delay=120)
    page.wait_for_function("() => window.told.length > 0")
    page.wait_for_timeout(1_500)
    told = page.evaluate("window.told")
    assert len(told) == 1
    assert told[0].startswith(f"{page.evaluate(RESULT)} träff")
