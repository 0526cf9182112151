"""A window that a test has left is as good as new for the next."""

from __future__ import annotations

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
  matchMedia("print").matches, document.querySelectorAll("p:hover").length, document.body.innerText,
]"""


def test_nothing_of_a_test_is_left_to_the_next(windows: Windows, serve: Serve, hand_made: HandMade) -> None:
    site = hand_made(SITE)
    with opening(windows, serve) as opener:
        first = opener(site, "")
        clean = first.page.evaluate(LEFT)
        first.page.hover("p")
        first.page.evaluate(LEAVE)
        first.page.emulate_media(media="print")
        first.page.goto(f"{first.origin}annan/")
        first.page.route("**/*", lambda route: route.fulfill(body="fel"))
        first.page.context.new_page()
        assert first.witness.complaints
        assert first.page.evaluate(LEFT) != clean
    with opening(windows, serve) as opener:
        second = opener(site, "")
        assert second.page == first.page
        assert second.page.evaluate(LEFT) == clean
        assert second.witness.complaints == []
        assert second.page.context.pages == [second.page]
