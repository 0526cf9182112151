"""The search field: results while typing, how the words were understood, the help."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.browser.explorer.conftest import PAGE, Explore, Explorer
from tests.site.sites import Sites


def test_results_come_while_typing_and_take_one_step_back(explore: Explore) -> None:
    explorer = explore()
    everything = explorer.count
    steps = explorer.page.evaluate("history.length")
    explorer.type("kultur")
    assert 0 < explorer.count < everything
    assert explorer.page.evaluate("history.length") == steps + 1
    explorer.page.go_back()
    explorer.page.wait_for_function(f"() => document.querySelector('.explorer').dataset.resultCount === '{everything}'")
    assert explorer.page.locator("#q").input_value() == ""


def test_the_last_thing_typed_wins(explore: Explore) -> None:
    explorer = explore()
    explorer.type("kultur")
    alone = explorer.ids
    for text in ("energi", "logistik", "kultur"):
        explorer.page.locator("#q").fill(text)
        explorer.page.wait_for_timeout(90)
    explorer.type("kultur")
    assert explorer.ids == alone


def test_filters_are_counted_once_a_reader_rests_not_at_every_key(explore: Explore) -> None:
    explorer = explore()
    explorer.page.evaluate("""() => {
        const [root, field] = [document.querySelector(".explorer"), document.querySelector("#q")];
        const texts = ["k", "ku", "kul", "kult", "kultur"];
        globalThis.told = { settled: [], counted: [] };
        const press = () => {
            if (!texts.length) return;
            field.value = texts.shift();
            field.dispatchEvent(new Event("input", { bubbles: true }));
        };
        const watch = (step, then) => new MutationObserver(() => {
            if (!(step in root.dataset)) return;
            told[step].push(field.value);
            then();
        }).observe(root, { attributeFilter: [`data-${step}`] });
        watch("settled", press);
        watch("counted", () => {});
        press();
    }""")
    explorer.page.wait_for_selector(".explorer[data-counted]")
    assert explorer.page.evaluate("told") == {"settled": ["k", "ku", "kul", "kult", "kultur"], "counted": ["kultur"]}


def test_the_field_is_cleared_with_a_button(explore: Explore) -> None:
    explorer = explore("?q=kultur")
    clear = explorer.page.get_by_role("button", name="Rensa sökfältet")
    clear.click()
    explorer.page.wait_for_function("() => location.search === ''")
    explorer.settle()
    expect(explorer.page.locator("#q")).to_be_focused()
    expect(clear).to_be_hidden()
    assert explorer.heading.startswith("Alla 40")


def test_enter_searches_at_once_and_stays_on_the_page(explore: Explore) -> None:
    explorer = explore()
    explorer.page.evaluate("window.here = true")
    explorer.page.locator("#q").fill("kultur")
    explorer.page.locator("#q").press("Enter")
    explorer.page.wait_for_function("() => location.search === '?q=kultur'")
    assert explorer.page.evaluate("window.here") is True


def test_the_result_is_read_aloud_once_it_rests(explore: Explore) -> None:
    explorer = explore()
    explorer.type("kultur")
    said = explorer.page.locator("[data-announced]")
    expect(said).to_contain_text(f"{explorer.count} träffar")
    expect(said).to_contain_text("kr beviljat")
    expect(said).to_have_attribute("role", "status")


def test_a_misspelt_word_is_told_and_can_be_insisted_on(explore: Explore) -> None:
    explorer = explore("?q=digitalsering")
    reading = explorer.page.locator("[data-reading]")
    expect(reading).to_contain_text("Visar resultat för")
    expect(reading).to_contain_text("i stället för ”digitalsering”")
    assert explorer.count > 0
    reading.get_by_role("link", name="Bara mina ord").click()
    explorer.settle()
    assert explorer.count == 0
    assert ("exact", "1") in explorer.asked
    explorer.page.get_by_role("link", name="Sök också på närliggande ord").click()
    explorer.settle()
    assert explorer.count > 0
    assert ("exact", "1") not in explorer.asked


def test_what_a_word_is_widened_to_is_told(explore: Explore) -> None:
    explorer = explore("?q=klimat")
    expect(explorer.page.locator("[data-reading]")).to_contain_text("Visar också:")
    every = explorer.count
    explorer.page.get_by_role("link", name="Bara mina ord").click()
    explorer.settle()
    assert explorer.count < every


def test_what_cannot_be_read_is_told(explore: Explore) -> None:
    explorer = explore("?q=bidrag+månsken:blå+och&amount=mycket")
    reading = explorer.page.locator("[data-reading]")
    for told in ("”månsken:blå” är inget fält", "Vanliga småord söks inte: och", "”mycket” går inte att läsa"):
        expect(reading).to_contain_text(told)


def test_a_year_among_the_words_leads_to_what_was_decided_in_it(explore: Explore) -> None:
    explorer = explore("?q=kultur+2024")
    explorer.page.get_by_role("link", name="Visa besluten från 2024").click()
    explorer.page.wait_for_function("() => new URLSearchParams(location.search).get('year') === '2024'")
    explorer.settle()
    assert explorer.page.locator("#q").input_value() == "kultur"
    assert explorer.count > 0


def test_a_hit_says_why_it_is_one(explore: Explore) -> None:
    explorer = explore("?q=etapp")
    why = explorer.page.locator(".why").first
    why.locator("summary").focus()
    explorer.page.keyboard.press("Enter")
    expect(why).to_contain_text("”etapp” står i rubriken.")
    expect(why.locator("mark").first).to_have_text("etapp", ignore_case=True)


def test_without_words_there_is_nothing_to_explain(explore: Explore) -> None:
    assert explore("?status=granted").page.locator(".why").count() == 0


@pytest.mark.parametrize("name", ["own", "examples", "english"])
def test_every_example_of_the_help_finds_something(opened: Opener, sites: Sites, name: str) -> None:
    explorer = Explorer(opened(sites[name], PAGE))
    explorer.settle()
    explorer.page.locator(".explorer__help summary").click()
    links = explorer.page.locator(".examples a")
    assert links.count() >= 4
    for link in links.all():
        asked = link.inner_text()
        link.click()
        explorer.page.wait_for_function(
            "(q) => document.querySelector('.explorer[data-settled] #q')?.value === q", arg=asked
        )
        assert explorer.count > 0, asked
        expect(explorer.page.locator("[data-reading]")).not_to_contain_text(f"”{asked}”")
