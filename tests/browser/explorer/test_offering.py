"""Words that name a status, a kind of money or an order offer it, and change nothing by themselves."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.browser.explorer.conftest import PAGE, Explore, Explorer
from tests.site.sites import Sites

READING = "[data-reading]"
LARGEST = "Visa högsta beloppet först, bland beviljade"
GRANTED = [("status", "completed"), ("status", "granted")]


@pytest.fixture
def small(opened: Opener, sites: Sites) -> Explore:
    """Give a function that opens the list of eight decisions, which can be kept in mind."""

    def open_page(search: str) -> Explorer:
        explorer = Explorer(opened(sites["searched"], PAGE + search))
        explorer.settle()
        return explorer

    return open_page


@pytest.mark.parametrize(
    ("typed", "offer", "after"),
    [
        ("beviljade", "Visa bara status: Beviljad", [("status", "granted")]),
        ("kultur beviljade", "Visa bara status: Beviljad", [("q", "kultur"), ("status", "granted")]),
        ("största kultur", LARGEST, [("q", "kultur"), *GRANTED, ("sort", "-amount")]),
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


@pytest.mark.parametrize(
    ("typed", "offer", "after"),
    [
        ("vad har Karlskoga fått", "Visa bara kommun: Karlskoga", [("municipality", "1883")]),
        ("beviljade ansökningar", "Visa bara status: Beviljad", [("status", "granted")]),
        ("största bidraget?", LARGEST, [*GRANTED, ("sort", "-amount")]),
        ("Vem fick mest pengar 2025?", "Visa besluten från 2025", [("year", "2025")]),
        ("december 2025", "Visa besluten från 2025", [("year", "2025")]),
        ("kultur december 2025?", "Visa besluten från 2025", [("q", "kultur"), ("year", "2025")]),
    ],
)
def test_an_offer_leaves_no_words_that_tell_nothing(
    explore: Explore, typed: str, offer: str, after: list[tuple[str, str]]
) -> None:
    explorer = explore(f"?{urlencode({'q': typed})}")
    explorer.page.get_by_role("link", name=offer).first.click()
    explorer.settle()
    assert explorer.asked == after
    assert explorer.count > 0


def test_where_nothing_is_found_offers_stand_once_first_under_their_own_heading(small: Explore) -> None:
    explorer = small("?q=beviljade")
    assert explorer.count == 0
    nothing = explorer.page.locator(".nothing")
    assert nothing.locator("p").all_inner_texts() == [
        "Inget beslut stämmer med allt du har valt.",
        "Menar du något av det här?",
        "Om du tar bort något finns det träffar:",
    ]
    offered, ways = nothing.locator("ul").all()
    assert offered.locator("li").all_inner_texts() == ["Visa bara status: Beviljad 5 beslut"]
    assert ways.locator("li").all_inner_texts() == ["Ta bort ”beviljade” 8 beslut", "Rensa alla val"]
    expect(explorer.page.locator(READING)).not_to_contain_text("Visa bara status")


def test_an_offer_that_finds_nothing_either_is_not_made(explore: Explore) -> None:
    explorer = explore("?q=qwzx+beviljade")
    assert explorer.count == 0
    expect(explorer.page.locator(READING)).not_to_contain_text("Visa bara status")
    nothing = explorer.page.locator(".nothing")
    expect(nothing).to_contain_text("Ta bort ”qwzx”")
    expect(nothing).not_to_contain_text("Menar du")
    assert nothing.locator("ul").count() == 1


def test_what_to_take_away_has_the_names_of_the_page(small: Explore) -> None:
    explorer = small("?q=musik&theme=none&theme=digitalt&status=granted")
    assert explorer.count == 0
    expect(explorer.page.locator(".ways").last).to_contain_text("Ta bort Tema: Uppgift saknas, Digitalisering")
    many = "&".join(f"theme={number}" for number in range(200))
    expect(small(f"?q=musik&{many}").page.locator(".ways").last).to_contain_text("Ta bort Tema: 0, 1, 2, …")


def test_what_is_chosen_already_is_not_offered(explore: Explore) -> None:
    explorer = explore("?q=kultur+beviljade&status=granted")
    expect(explorer.page.locator(READING)).not_to_contain_text("Visa bara status")


def test_a_word_of_the_glossary_leads_to_its_explanation(explore: Explore) -> None:
    explorer = explore("?q=bokförda+kostnader")
    link = explorer.page.locator(READING).get_by_role("link", name="bokförda kostnader")
    href = link.get_attribute("href")
    assert href is not None
    assert "om/ordlista/#:~:text=" in href


def test_words_that_hits_need_not_have_are_told_where_a_decision_has_them(small: Explore) -> None:
    reading = small("?q=pengar+musik+kronor").page.locator(READING)
    expect(reading).to_contain_text(
        "Träffarna behöver inte innehålla ”pengar”. De som gör det räknas som bättre träffar."
    )
    expect(reading).not_to_contain_text("kronor”")
