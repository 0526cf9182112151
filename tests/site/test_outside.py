import pytest

from tests.site.built import BuiltSite
from tests.site.conftest import HandMade
from tests.site.outside import fetched_from_outside

FETCHING = [
    '<script src="https://cdn.example/a.js"></script>',
    '<link rel="stylesheet" href="//cdn.example/a.css">',
    '<link rel="preconnect" href="https://fonts.example">',
    '<img src="https://cdn.example/a.png">',
    '<img srcset="a.png 1x, https://cdn.example/a.png 2x">',
    '<iframe src="https://video.example/"></iframe>',
    '<video poster="https://cdn.example/a.png"></video>',
    '<object data="https://cdn.example/a.svg"></object>',
    '<svg><use href="https://cdn.example/a.svg#x"/></svg>',
    "<style>@import url(https://cdn.example/a.css)</style>",
    '<a style="background: url(https://cdn.example/a.png)">a</a>',
    '<meta http-equiv="refresh" content="0; url=https://cdn.example/">',
]


@pytest.mark.parametrize("html", FETCHING)
def test_a_planted_request_is_found(hand_made: HandMade, html: str) -> None:
    assert len(fetched_from_outside(hand_made({"index.html": html}))) == 1


def test_a_style_sheet_is_read(hand_made: HandMade) -> None:
    site = hand_made({"stil.css": "@font-face { src: url('https://fonts.example/a.woff2') }"})
    assert fetched_from_outside(site) == ["stil.css: https://fonts.example/a.woff2"]


def test_what_only_a_reader_follows_is_no_request(hand_made: HandMade) -> None:
    html = (
        '<a href="https://kalla.example/">källa</a><link rel="license" href="https://licens.example/"><img src="a.png">'
    )
    assert fetched_from_outside(hand_made({"index.html": html})) == []


def test_nothing_of_the_site_comes_from_another_host(site: BuiltSite) -> None:
    assert fetched_from_outside(site) == []
