"""The result: order, views, more, sums, ranges, the address, nothing found."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.browser.explorer.conftest import PAGE, Explore, Explorer
from tests.shared import shared_folder
from tests.site.sites import Sites

SUMS = json.loads((shared_folder() / "examples/sums.json").read_text("utf-8")) if shared_folder().is_dir() else {}
ROWS = """() => [...document.querySelectorAll('.explorer__list [data-id]')].map((hit) => [
  hit.dataset.id, hit.innerText.trim(), [...hit.querySelectorAll('a')].map((link) => `${link.text} ${link.href}`)
])"""
ASKED = "document.querySelector('.explorer').dataset.resultCount"


@pytest.mark.parametrize("status", SUMS.get("status", {}))
def test_a_selection_comes_to_what_the_examples_say(explore: Explore, status: str) -> None:
    explorer = explore(f"?status={status}")
    expected = SUMS["status"][status]
    assert (explorer.count, explorer.sum) == (expected["count"], expected["granted_sum"])
    shown = explorer.page.locator("[data-figures] .figure").first.inner_text()
    assert int("".join(sign for sign in shown if sign.isdigit())) == explorer.sum


def test_the_sum_says_how_many_of_the_hits_it_counts(explore: Explore) -> None:
    note = "[data-figures] .note:has-text('räknas')"
    explorer = explore("?status=granted&status=rejected")
    granted, rejected = (explorer.counted("status", key) for key in ("granted", "rejected"))
    told = explorer.page.locator(note).inner_text()
    counted, all_ = (int(number) for number in re.findall(r"\d+", told))
    assert 0 < counted <= granted < all_ == granted + rejected == explorer.count
    assert told == f"{counted} av {all_} räknas: beviljade belopp i kronor"
    known = explore("?status=completed")
    assert known.sum > 0
    assert known.page.locator(note).count() == 0


def test_the_orders_are_offered_as_a_reader_thinks_of_them(explore: Explore) -> None:
    offered = explore("?q=etapp").page.locator("[data-sort] option").all_inner_texts()
    assert offered == [
        "Bäst träff först",
        "Senast beslutade först",
        "Tidigast beslutade först",
        "Högsta beloppet först",
        "Lägsta beloppet först",
        "Titel, A till Ö",
    ]


@pytest.mark.parametrize("sort", ["amount", "-amount", "decided", "title"])
def test_an_order_is_chosen_and_stands_in_the_address(explore: Explore, sort: str) -> None:
    explorer = explore("?status=granted")
    before = explorer.ids
    explorer.page.get_by_label("Ordning").select_option(sort)
    explorer.settle()
    assert explorer.asked == [("status", "granted"), ("sort", sort)]
    assert explorer.ids != before


def test_the_best_match_is_an_order_only_of_words(explore: Explore) -> None:
    orders = "[data-sort] option"
    assert "Bäst träff först" not in explore("?status=granted").page.locator(orders).all_inner_texts()
    assert explore("?q=etapp").page.locator(orders).first.inner_text() == "Bäst träff först"


def test_cards_show_the_same_decisions(explore: Explore) -> None:
    explorer = explore("?status=granted")
    before = explorer.ids
    explorer.page.get_by_role("link", name="Kort").click()
    explorer.settle()
    assert explorer.ids == before
    assert explorer.asked == [("status", "granted"), ("view", "cards")]
    expect(explorer.page.get_by_role("link", name="Kort")).to_have_attribute("aria-current", "true")
    left = explorer.page.locator("[data-id]").nth(0).bounding_box()
    right = explorer.page.locator("[data-id]").nth(1).bounding_box()
    assert left is not None
    assert right is not None
    assert left["y"] == right["y"]


def test_more_are_shown_in_the_same_order_and_kept_when_a_reader_comes_back(explore: Explore) -> None:
    explorer = explore("?status=granted")
    first, all_of_them = explorer.ids, explorer.count
    assert len(first) == 10
    explorer.page.get_by_role("button", name=f"Visa {all_of_them - 10} till").click()
    expect(explorer.page.locator("[data-id]")).to_have_count(all_of_them)
    assert explorer.ids[:10] == first
    expect(explorer.page.locator("[data-id]").nth(10).locator("a").first).to_be_focused()
    expect(explorer.page.locator("[data-more]")).to_be_hidden()
    explorer.page.locator("[data-id]").nth(24).locator("a").first.click()
    explorer.page.wait_for_selector(".decision, h1")
    explorer.page.go_back()
    explorer.settle()
    expect(explorer.page.locator("[data-id]")).to_have_count(all_of_them)
    expect(explorer.page.locator("[data-id]").nth(24)).to_be_in_viewport()


@pytest.mark.parametrize("name", ["own", "examples", "others"])
def test_a_hit_says_and_links_to_what_the_list_before_any_choice_does(opened: Opener, sites: Sites, name: str) -> None:
    """Nothing is excluded by a year that no decision has, so that all are hits, in the order of the list."""
    site = sites["region-others" if name == "others" else name]
    standing, live = (Explorer(opened(site, PAGE + asked)) for asked in ("", "?year=-1900"))
    for explorer in (standing, live):
        explorer.settle()
    hits = live.page.evaluate(ROWS)
    assert 2 < len(hits) <= 10
    assert hits == standing.page.evaluate(ROWS)[: len(hits)]
    assert sum(len(links) for _, _, links in hits) > 2 * len(hits)


def test_a_step_to_another_place_on_the_page_keeps_all_that_is_shown(explore: Explore) -> None:
    explorer = explore("?status=granted")
    explorer.page.locator("[data-more] button").click()
    expect(explorer.page.locator("[data-id]")).to_have_count(explorer.count)
    explorer.page.get_by_role("link", name="Ladda ner", exact=True).click()
    explorer.page.wait_for_function("() => location.hash === '#ladda-ner'")
    expect(explorer.page.locator("#ladda-ner")).to_be_in_viewport()
    explorer.page.go_back()
    explorer.page.wait_for_function("() => location.hash === ''")
    explorer.settle()
    assert len(explorer.ids) == explorer.count > 10


def test_a_hit_leads_to_its_decision(explore: Explore) -> None:
    explorer = explore("?q=etapp")
    link = explorer.page.locator("[data-id] .title a").first
    title = link.inner_text()
    link.click()
    expect(explorer.page.locator("h1")).to_have_text(title)


def test_back_and_forward_go_through_the_choices(explore: Explore) -> None:
    explorer = explore()
    counts = [explorer.count]
    for facet, key in (("status", "granted"), ("municipality", "1880")):
        explorer.choose(facet, key)
        counts.append(explorer.count)
    for going, expected in (("back", 1), ("back", 0), ("forward", 1), ("forward", 2)):
        explorer.page.evaluate(f"history.{going}()")
        explorer.page.wait_for_function(f"() => {ASKED} === '{counts[expected]}'")
        explorer.settle()
    assert explorer.asked == [("status", "granted"), ("municipality", "1880")]


def test_the_link_is_copied_and_told(explore: Explore) -> None:
    explorer = explore("?status=granted", permissions=["clipboard-read", "clipboard-write"])
    explorer.page.get_by_role("button", name="Kopiera länk").click()
    expect(explorer.page.locator("[data-copied]")).to_have_text("Länken är kopierad.")
    assert explorer.page.evaluate("navigator.clipboard.readText()") == explorer.page.url


def test_a_link_that_cannot_be_copied_is_told(explore: Explore) -> None:
    explorer = explore("?status=granted")
    explorer.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('nej')); }")
    explorer.page.get_by_role("button", name="Kopiera länk").click()
    expect(explorer.page.locator("[data-copied]")).to_contain_text("gick inte att kopiera")


@pytest.mark.parametrize(
    ("name", "ends", "asked", "chip"),
    [
        ("amount", ("500 tkr", "1,5 mnkr"), "500000-1500000", "Belopp 500 000 kr–1 500 000 kr"),
        ("amount", ("", "750.000 kr"), "-750000", "Belopp till 750 000 kr"),
        ("amount", ("2 miljoner", ""), "2000000-", "Belopp från 2 000 000 kr"),
        ("decided", ("mars 2019", "2021"), "2019-03..2021", "Beslutsdatum 2019-03–2021"),
        ("decided", ("15/3 2019", ""), "2019-03-15..", "Beslutsdatum från 2019-03-15"),
    ],
)
def test_a_range_is_typed_as_people_write(
    explore: Explore, name: str, ends: tuple[str, str], asked: str, chip: str
) -> None:
    explorer = explore()
    everything = explorer.count
    facet = explorer.facet(name)
    expect(facet.locator("rect").first).to_be_visible()
    most = {"amount": "Flest beslut ligger mellan", "decided": "Flest beslut är från 2012: 3."}
    expect(facet.locator(".hidden-text")).to_contain_text(most[name])
    for label, text in zip(("Från", "Till"), ends, strict=True):
        facet.get_by_label(label).fill(text)
    facet.get_by_label("Till").press("Enter")
    explorer.page.wait_for_function("(asked) => location.search.includes(encodeURIComponent(asked))", arg=asked)
    explorer.settle()
    assert explorer.asked == [(name, asked)]
    assert 0 < explorer.count < everything
    assert explorer.page.locator("[data-chips] .chip [aria-hidden]").all_inner_texts() == [chip]


@pytest.mark.parametrize(
    ("name", "ends", "fault"),
    [
        ("amount", ("mycket", ""), "”mycket” går inte att läsa som ett belopp"),
        ("amount", ("2 mnkr", "500 000"), "Den undre gränsen är högre"),
        ("decided", ("", "31 februari 2020"), "”31 februari 2020” går inte att läsa som ett datum"),
    ],
)
def test_a_range_that_cannot_be_read_is_told_and_changes_nothing(
    explore: Explore, name: str, ends: tuple[str, str], fault: str
) -> None:
    explorer = explore()
    facet = explorer.facet(name)
    for label, text in zip(("Från", "Till"), ends, strict=True):
        facet.get_by_label(label).fill(text)
    facet.get_by_label("Till").press("Enter")
    expect(facet.get_by_role("alert")).to_contain_text(fault)
    expect(facet.locator("[aria-invalid=true]").first).to_be_visible()
    if ends[1] == "":
        assert explorer.asked == []


def test_nothing_found_says_what_to_take_away_and_what_that_gives(explore: Explore) -> None:
    explorer = explore("?q=etapp&status=withdrawn&source=none&year=-2024")
    assert explorer.count == 0
    assert explorer.heading == "Inga träffar"
    ways = explorer.page.locator(".ways li")
    expect(ways.last).to_have_text("Rensa alla val")
    said = ways.first.locator(".note").inner_text()
    ways.first.get_by_role("link").click()
    explorer.settle()
    assert said == f"{explorer.count} beslut"
    assert explorer.count > 0
    expect(explorer.page.locator("#lista")).to_be_focused()


def test_of_nothing_there_is_no_picture_and_no_file(explore: Explore) -> None:
    explorer = explore("?q=etapp")
    parts = [explorer.page.locator(f"#{part}") for part in ("bilder", "ladda-ner")]
    for part in parts:
        expect(part).to_be_visible()
    explorer.type("etapp -etapp")
    assert explorer.count == 0
    for part in parts:
        expect(part).to_be_hidden()
    explorer.type("etapp")
    for part in parts:
        expect(part).to_be_visible()


def test_paper_shows_the_selection_and_what_was_chosen(explore: Explore) -> None:
    explorer = explore("?q=klimat&status=granted")
    told = explorer.page.get_by_text("Sökt på: klimat")
    expect(told).to_be_hidden()
    explorer.page.emulate_media(media="print")
    expect(told).to_be_visible()
    expect(explorer.page.locator("[data-chips] .chip").first).to_be_visible()
    expect(explorer.page.get_by_text("Rensa alla val")).to_be_hidden()
    expect(explorer.page.locator("[data-id]").first).to_be_visible()
    expect(explorer.page.locator("#filter")).to_be_hidden()
    expect(explorer.page.locator("[data-tools]")).to_be_hidden()
