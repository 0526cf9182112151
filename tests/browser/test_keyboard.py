import pytest

from tests.browser.conftest import Opener, Shown, settle
from tests.browser.keyboard import next_stop, stops
from tests.site.sites import Sites

MOST_STOPS = 60


def test_stops_that_cannot_be_seen_are_found(shown: Shown) -> None:
    page = shown(
        """<style>.plain:focus { outline: none } .over { position: fixed; inset: 0 0 auto; height: 40px }</style>
        <a href="#a">synlig</a><br><a class="plain" href="#b">omärkt</a>
        <a href="#c" style="position: fixed; top: 0">skymd</a><div class="over" style="background: white">över</div>
        <a href="#d" style="position: absolute; left: -999px">utanför</a>
        <style>input { opacity: 0 } .seen:focus + label { outline: 2px solid }</style>
        <input type="checkbox" class="seen" id="e"><label for="e">märkt</label>
        <input type="checkbox" id="f"><label for="f">omärkt</label>"""
    )
    page.evaluate("document.body.style.paddingTop = '60px'")
    assert [(stop.href, stop.marked, stop.shown) for stop in stops(page, 9)] == [
        ("#a", True, True),
        ("#b", False, True),
        ("#c", True, False),
        ("#d", True, False),
        (None, True, True),
        (None, False, True),
    ]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", ["start", "explorer", "decision", "year-list", "not-found", "accessibility"])
def test_the_keyboard_is_enough(opened: Opener, sites: Sites, kind: str, width: int) -> None:
    site = sites["own"]
    url = site.of_kind(kind)[0].url
    page = opened(site, url, viewport={"width": width, "height": 800}).page
    settle(page)
    first = next_stop(page)
    assert first is not None
    assert (first.href or "").startswith("#"), f"the first stop is no skip link: {first.html}"
    assert first.shown
    walked = [first, *stops(page, MOST_STOPS)]
    assert [stop.html for stop in walked if not stop.marked] == []
    assert [stop.html for stop in walked if not stop.shown] == []


def test_the_skip_link_leads_to_the_content(opened: Opener, sites: Sites) -> None:
    site = sites["own"]
    page = opened(site, site.of_kind("decision")[0].url).page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('main') !== null")
