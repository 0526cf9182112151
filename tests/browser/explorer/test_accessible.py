"""Every state of the list for those who use no mouse, listen, enlarge, or choose their own colours."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.axe import axe_violations, rules_of
from tests.browser.conftest import Opener
from tests.browser.explorer.conftest import PAGE, Explore, Explorer
from tests.browser.keyboard import stops
from tests.browser.narrow import wider_than_window
from tests.site.sites import Sites

STATES = {
    "plain": "",
    "chosen": "?q=etapp&status=granted&status=-rejected&amount=100000-&decided=2012..",
    "cards": "?q=utveckling&view=cards",
    "nothing": "?q=etapp&status=withdrawn&source=none",
    "misspelt": "?q=digitalsering+och+månsken:blå",
}
WINDOWS: dict[str, dict[str, Any]] = {
    "wide-light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "wide-dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "narrow-light": {"viewport": {"width": 320, "height": 640}, "color_scheme": "light"},
    "narrow-dark": {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"},
}


def unfolded(explorer: Explorer, window: str) -> Explorer:
    """Open the filters where they are folded away, and a fault in one of them."""
    if window.startswith("narrow"):
        explorer.page.locator(".explorer__toggle").click()
    field = explorer.facet("amount").get_by_label("Från")
    field.fill("mycket")
    field.press("Enter")
    return explorer


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("window", WINDOWS)
def test_every_state_is_accessible(explore: Explore, window: str, state: str) -> None:
    explorer = explore(STATES[state], bypass_csp=True, **WINDOWS[window])
    rules = rules_of(WINDOWS[window]["color_scheme"])
    assert axe_violations(unfolded(explorer, window).page, rules) == []


@pytest.mark.parametrize("state", STATES)
def test_no_state_scrolls_sideways_where_it_is_narrow(explore: Explore, state: str) -> None:
    explorer = explore(STATES[state], viewport={"width": 320, "height": 256}, device_scale_factor=4)
    assert wider_than_window(explorer.page) == []
    unfolded(explorer, "narrow").page.evaluate(
        "document.querySelectorAll('details').forEach((details) => { details.open = true; })"
    )
    assert wider_than_window(explorer.page) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_every_stop_of_the_keyboard_is_seen(explore: Explore, width: int) -> None:
    explorer = explore("?q=etapp&status=granted", viewport={"width": width, "height": 900})
    if width < 1000:
        explorer.page.locator(".explorer__toggle").click()
    explorer.page.locator("#q").focus()
    walked = stops(explorer.page, 90)
    assert len(walked) > 40
    assert [stop.html for stop in walked if not stop.marked] == []
    assert [stop.html for stop in walked if not stop.shown] == []


def test_the_filters_fold_where_it_is_narrow_and_lead_to_the_result(explore: Explore) -> None:
    explorer = explore("?status=granted", viewport={"width": 320, "height": 640})
    toggle = explorer.page.locator(".explorer__toggle")
    expect(explorer.page.locator("#filter")).to_be_hidden()
    expect(toggle).to_have_text("Filtrera (1)")
    toggle.focus()
    explorer.page.keyboard.press("Enter")
    expect(explorer.page.locator("#filter")).to_be_visible()
    expect(toggle).to_have_attribute("aria-expanded", "true")
    explorer.page.get_by_role("button", name=f"Visa {explorer.count} träffar").click()
    expect(explorer.page.locator("#filter")).to_be_hidden()
    expect(explorer.page.locator("#lista")).to_be_focused()


def test_what_is_chosen_is_seen_in_forced_colours(explore: Explore) -> None:
    explorer = explore("?status=granted", forced_colors="active")
    box = "(row) => getComputedStyle(row.querySelector('.value__choose'), '::before').backgroundColor"
    chosen, other = (explorer.value("status", key).evaluate(box) for key in ("granted", "rejected"))
    assert chosen != other


@pytest.mark.parametrize("name", ["own", "examples", "english"])
def test_the_list_asks_no_other_host_and_breaks_no_policy(opened: Opener, sites: Sites, name: str) -> None:
    result = opened(sites[name], PAGE)
    explorer = Explorer(result)
    explorer.settle()
    explorer.type("region")
    explorer.page.locator(".why summary").first.click()
    explorer.page.get_by_role("link", name="Kort" if name != "english" else "Cards").click()
    explorer.page.wait_for_load_state("networkidle")
    assert result.witness.outside(result.origin) == []
    assert result.witness.complaints == []


def test_only_the_list_carries_its_scripts(opened: Opener, sites: Sites) -> None:
    result = opened(sites["own"], "")
    result.page.wait_for_load_state("networkidle")
    assert not [url for url in result.witness.requests if "explorer" in url or "asked.first" in url]
