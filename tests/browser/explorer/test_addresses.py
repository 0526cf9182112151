"""Addresses in the words of readers are read, and written back as addresses are."""

import pytest

from tests.browser.explorer.conftest import Explore


@pytest.mark.parametrize(
    ("search", "asked"),
    [
        ("?sok=kultur", [("q", "kultur")]),
        ("?belopp=500000-", [("amount", "500000-")]),
        ("?Status=granted&slag=project&ordning=title", [("status", "granted"), ("kind", "project"), ("sort", "title")]),
    ],
)
def test_swedish_names_of_parameters(explore: Explore, search: str, asked: list[tuple[str, str]]) -> None:
    explorer = explore(search)
    assert explorer.asked == asked
    assert 0 < explorer.count < 40
