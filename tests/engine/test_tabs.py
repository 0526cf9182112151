"""The tab under which a page lies."""

from __future__ import annotations

import pytest

from funding.engine.tabs import Tab, current_tab

START = Tab("Start", "", ("",))
DECISIONS = Tab("Beslut", "beslut/", ("beslut/",))
ABOUT = Tab("Om", "om/", ("om/", "beslut/om/"))
TABS = (START, DECISIONS, ABOUT)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("", START),
        ("beslut/", DECISIONS),
        ("beslut/2024/x/", DECISIONS),
        ("beslut/om/x/", ABOUT),
        ("om/", ABOUT),
        ("beslutat/", None),
        ("404.html", None),
    ],
)
def test_page_lies_under_the_longest_address(url: str, expected: Tab | None) -> None:
    assert current_tab(TABS, url) is expected


def test_site_without_tabs_has_no_current_one() -> None:
    assert current_tab((), "") is None
