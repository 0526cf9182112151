"""Words that name a status, a kind of money or an order offer it, and change nothing by themselves."""

import pytest
from playwright.sync_api import expect

from tests.browser.explorer.conftest import Explore

READING = "[data-reading]"


@pytest.mark.parametrize(
    ("typed", "offer", "after"),
    [
        ("beviljade", "Visa bara status: Beviljad", [("status", "granted")]),
        ("kultur beviljade", "Visa bara status: Beviljad", [("q", "kultur"), ("status", "granted")]),
        ("största bidraget", "Visa högsta beloppet först", [("q", "bidraget"), ("sort", "-amount")]),
    ],
)
def test_a_word_for_a_filter_or_an_order_offers_it(
    explore: Explore, typed: str, offer: str, after: list[tuple[str, str]]
) -> None:
    explorer = explore(f"?q={typed.replace(' ', '+')}")
    assert explorer.asked == [("q", typed)]
    explorer.page.get_by_role("link", name=offer).first.click()
    explorer.settle()
    assert explorer.asked == after
    assert explorer.count > 0
    expect(explorer.page.locator(READING)).not_to_contain_text(offer)


def test_where_nothing_is_found_the_offer_stands_first_with_its_count(explore: Explore) -> None:
    explorer = explore("?q=nekade")
    assert explorer.count == 0
    first = explorer.page.locator(".nothing .ways li").first
    expect(first).to_contain_text("Visa bara status: Avslagen")
    expect(first).to_contain_text("beslut")


def test_an_offer_that_finds_nothing_either_is_told_but_is_no_way_out(explore: Explore) -> None:
    explorer = explore("?q=qwzx+beviljade")
    assert explorer.count == 0
    expect(explorer.page.locator(READING)).to_contain_text("Visa bara status: Beviljad")
    ways = explorer.page.locator(".nothing .ways")
    expect(ways).to_contain_text("Ta bort ”qwzx”")
    expect(ways).not_to_contain_text("Visa bara status")


def test_what_is_chosen_already_is_not_offered(explore: Explore) -> None:
    explorer = explore("?q=kultur+beviljade&status=granted")
    expect(explorer.page.locator(READING)).not_to_contain_text("Visa bara status")


def test_a_word_of_the_glossary_leads_to_its_explanation(explore: Explore) -> None:
    explorer = explore("?q=bokförda+kostnader")
    link = explorer.page.locator(READING).get_by_role("link", name="bokförda kostnader")
    href = link.get_attribute("href")
    assert href is not None
    assert "om/ordlista/#:~:text=" in href


def test_words_that_hits_need_not_have_are_told(explore: Explore) -> None:
    explorer = explore("?q=pengar+till+kultur")
    expect(explorer.page.locator(READING)).to_contain_text("Alla träffar behöver inte ha pengar")
    assert explorer.count > 0
