"""Filters: by mouse and by keyboard, several, without, not stated, found in a long list, opened elsewhere."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.browser.explorer.conftest import PAGE, Explore, Explorer
from tests.site.built import BuiltSite


def test_a_value_gives_as_many_as_it_says(explore: Explore) -> None:
    explorer = explore()
    said = explorer.counted("municipality", "1883")
    explorer.choose("municipality", "1883")
    assert explorer.count == said == len(explorer.ids)
    assert explorer.asked == [("municipality", "1883")]
    assert explorer.heading == f"{said} träffar"


def test_several_values_of_a_filter_are_either_of_them(explore: Explore) -> None:
    explorer = explore()
    said = [explorer.counted("status", status) for status in ("rejected", "withdrawn")]
    explorer.choose("status", "rejected")
    explorer.choose("status", "withdrawn")
    assert explorer.count == sum(said)
    assert explorer.asked == [("status", "rejected"), ("status", "withdrawn")]


def test_values_of_two_filters_are_both_of_them(explore: Explore) -> None:
    explorer = explore("?status=granted")
    said = explorer.counted("municipality", "1880")
    explorer.choose("municipality", "1880")
    assert explorer.count == said < explorer.counted("municipality", "1883") + said


def test_a_value_can_be_taken_away_from_the_result(explore: Explore) -> None:
    explorer = explore()
    everything, said = explorer.count, explorer.counted("status", "proposed")
    row = explorer.value("status", "proposed")
    row.hover()
    row.locator(".value__exclude").click()
    explorer.settle()
    assert explorer.count == everything - said
    assert explorer.asked == [("status", "-proposed")]
    expect(explorer.page.locator("[data-chips]")).to_contain_text("inte Föreslagen")
    explorer.value("status", "proposed").locator(".value__exclude").click()
    explorer.settle()
    assert explorer.count == everything


def test_what_is_not_stated_is_a_value(explore: Explore) -> None:
    explorer = explore()
    expect(explorer.value("source", "none")).to_contain_text("Uppgift saknas")
    said = explorer.counted("source", "none")
    explorer.choose("source", "none")
    assert explorer.count == said > 0


def test_a_chosen_value_is_marked_for_those_who_listen(explore: Explore) -> None:
    explorer = explore("?status=granted")
    chosen = explorer.value("status", "granted").locator(".value__choose")
    expect(chosen).to_have_attribute("aria-current", "true")
    expect(explorer.value("status", "rejected").locator(".value__choose")).not_to_have_attribute("aria-current", "true")
    expect(explorer.facet("status").locator("summary")).to_contain_text("1 val")


def test_a_filter_is_chosen_with_the_keyboard_and_keeps_the_focus(explore: Explore) -> None:
    explorer = explore()
    link = explorer.value("status", "granted").locator(".value__choose")
    link.focus()
    explorer.page.keyboard.press("Enter")
    explorer.settle()
    assert explorer.asked == [("status", "granted")]
    expect(link).to_be_focused()
    explorer.page.keyboard.press("Tab")
    expect(explorer.value("status", "granted").locator(".value__exclude")).to_be_focused()


def test_a_space_chooses_a_value_and_does_not_scroll(explore: Explore) -> None:
    explorer = explore()
    link = explorer.value("status", "granted").locator(".value__choose")
    link.focus()
    at = explorer.page.evaluate("scrollY")
    explorer.page.keyboard.press("Space")
    explorer.settle()
    assert explorer.asked == [("status", "granted")]
    assert explorer.page.evaluate("scrollY") == at
    expect(link).to_be_focused()
    explorer.page.keyboard.press("Tab")
    explorer.page.keyboard.press("Space")
    explorer.settle()
    assert explorer.asked == [("status", "-granted")]


def test_the_filters_can_be_passed_by(explore: Explore) -> None:
    explorer = explore("?status=granted", viewport={"width": 1280, "height": 900}, color_scheme="dark")
    skip = explorer.page.get_by_role("link", name="Hoppa till träffarna")
    expect(skip).to_have_css("opacity", "0")
    skip.focus()
    expect(skip).to_have_css("opacity", "1")
    expect(skip).to_have_css("color", "rgb(21, 39, 44)")
    explorer.page.keyboard.press("Enter")
    expect(explorer.page.locator("#lista")).to_be_focused()
    assert explorer.asked == [("status", "granted")]


def test_the_title_says_what_is_asked_for_until_it_is_taken_back(explore: Explore) -> None:
    explorer = explore()
    own = explorer.page.title()
    explorer.choose("status", "granted")
    assert explorer.page.title() == f"Beviljad – {own}"
    explorer.type("etapp")
    assert explorer.page.title() == f"etapp, Beviljad – {own}"
    explorer.page.go_back()
    expect(explorer.page).to_have_title(f"Beviljad – {own}")
    explorer.choose("status", "granted")
    expect(explorer.page).to_have_title(own)


def test_the_title_has_every_choice_in_words(explore: Explore) -> None:
    explorer = explore("?q=etapp&status=-rejected&source=none&amount=1000-&decided=2012..2024")
    assert explorer.page.title().startswith("etapp, inte Avslagen, Uppgift saknas, från 1 000 kr, 2012–2024 – ")


def test_a_choice_is_taken_back_by_its_chip_and_the_focus_is_not_lost(explore: Explore) -> None:
    explorer = explore("?status=granted&year=2024&amount=100000-")
    chips = explorer.page.locator("[data-chips] .chip")
    assert chips.locator("[aria-hidden]").all_inner_texts() == ["Status Beviljad", "År 2024", "Belopp från 100 000 kr"]
    chips.nth(1).focus()
    explorer.page.keyboard.press("Enter")
    explorer.settle()
    assert explorer.asked == [("status", "granted"), ("amount", "100000-")]
    expect(explorer.page.locator("#lista")).to_be_focused()


def test_all_choices_are_cleared_at_once(explore: Explore) -> None:
    explorer = explore("?q=etapp&status=granted&year=-2024&view=cards")
    explorer.page.get_by_role("link", name="Rensa alla val").click()
    explorer.settle()
    assert explorer.asked == [("view", "cards")]
    expect(explorer.page.locator("[data-chips]")).to_be_hidden()


def test_a_long_filter_shows_more_and_can_be_searched(explore: Explore) -> None:
    explorer = explore()
    facet = explorer.facet("recipient")
    rows = facet.locator(".value")
    expect(rows).to_have_count(6)
    facet.get_by_role("button", name="Visa fler").click()
    assert rows.count() > 8
    facet.get_by_role("button", name="Visa färre").click()
    expect(rows).to_have_count(6)
    facet.get_by_label("Hitta i Mottagare").fill("hallefors")
    expect(rows).not_to_have_count(6)
    assert all("Hällefors" in text for text in rows.all_inner_texts())
    expect(facet.get_by_role("status")).to_contain_text("i listan")
    facet.get_by_label("Hitta i Mottagare").fill("finns inte alls")
    expect(facet.get_by_role("status")).to_have_text("Inget sådant värde i urvalet")


def test_a_value_opens_elsewhere_as_the_same_result(explore: Explore, opened: Opener, site: BuiltSite) -> None:
    explorer = explore("?q=etapp")
    href = explorer.value("status", "granted").locator(".value__choose").get_attribute("href")
    said = explorer.counted("status", "granted")
    with explorer.page.context.expect_page() as elsewhere:
        explorer.value("status", "granted").locator(".value__choose").click(modifiers=["Control"])
    assert explorer.asked == [("q", "etapp")]
    elsewhere.value.wait_for_url(lambda url: url.endswith(f"{PAGE}{href}"), wait_until="commit")
    other = Explorer(opened(site, f"{PAGE}{href}"))
    other.settle()
    assert other.count == said


def test_what_all_hits_share_is_shown(explore: Explore) -> None:
    alone = explore("?year=2023&status=rejected")
    expect(alone.page.locator("[data-facet='body']")).to_be_visible()
    assert alone.facet("body").locator(".value").count() == 1
    assert alone.facet("body").locator(".value__count").inner_text() == str(alone.count)


@pytest.mark.parametrize("name", ["kind", "funder"])
@pytest.mark.parametrize("search", ["", "?status=granted"])
def test_a_filter_with_nothing_to_choose_on_the_whole_site_is_left_out(
    explore: Explore, name: str, search: str
) -> None:
    expect(explore(search).page.locator(f"[data-facet='{name}']")).to_be_hidden()
