"""A window that a test has left is as good as new for the next."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error

from tests.browser.conftest import Serve, opening
from tests.browser.windows import Windows
from tests.site.conftest import HandMade, hand_made

__all__ = ["hand_made"]
SITE = {"index.html": "<p>Hej<style>p:hover { color: red }</style>", "annan/index.html": "<p>Annan"}
LEAVE = """() => {
  localStorage.setItem("a", "1"); sessionStorage.setItem("a", "1"); document.cookie = "a=1"; console.error("ojsan");
}"""
LEFT = """() => [
  localStorage.length, sessionStorage.length, document.cookie, history.length,
  matchMedia("print").matches, innerWidth,
  document.querySelectorAll("p:hover").length, document.body.innerText,
]"""


def test_nothing_of_a_test_is_left_to_the_next(windows: Windows, serve: Serve, hand_made: HandMade) -> None:
    site, other = hand_made(SITE), hand_made(SITE)
    with opening(windows, serve) as opener:
        first = opener(site, "")
        clean = first.page.evaluate(LEFT)
        first.page.hover("p")
        first.page.evaluate(LEAVE)
        first.page.emulate_media(media="print")
        first.page.set_viewport_size({"width": 320, "height": 256})
        first.page.goto(f"{serve(other)}annan/")
        first.page.route("**/*", lambda route: route.fulfill(body="fel"))
        first.page.context.new_page()
        assert first.witness.complaints
        assert first.page.evaluate(LEFT) != clean
        first.page.evaluate(LEAVE)
    with opening(windows, serve) as opener:
        second = opener(site, "")
        assert second.page == first.page
        assert second.page.evaluate(LEFT) == clean
        assert second.witness.complaints == []
        assert second.page.context.pages == [second.page]


def test_only_the_witness_listens_to_pages() -> None:
    here = Path(__file__).parent
    listening = [
        path.name for path in here.rglob("*.py") if ".on(" in path.read_text("utf-8") and path != Path(__file__)
    ]
    assert listening == ["witness.py"]


def test_a_window_that_cannot_be_cleaned_is_closed_and_told(browser: Browser) -> None:
    windows = Windows(browser)
    with pytest.raises(Error), windows.one({}) as window:
        window.page.close()
    assert windows.left == []
    assert window.page.context not in browser.contexts


def test_what_was_filled_in_by_hand_is_left_too(browser: Browser) -> None:
    windows = Windows(browser)
    with windows.one({}) as first:
        first.page.set_content("<p>Hej")
    with windows.one({}) as second:
        assert second == first
        assert second.page.inner_text("body") == ""
    second.page.context.close()
