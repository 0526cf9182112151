from tests.site.built import BuiltSite, kind_of
from tests.site.conftest import HandMade
from tests.site.reach import paths_from_start

CLICKS = 4


def test_the_shortest_way_is_found(hand_made: HandMade) -> None:
    site = hand_made(
        {
            "index.html": '<a href="beslut/#lista">beslut</a><form action="gomd/"></form>',
            "beslut/index.html": '<a href="2024/">2024</a><a href="..">hem</a><a href="https://example.org/">annan</a>',
            "beslut/2024/index.html": '<a href="x/?a=1">x</a><a href="finns-inte/">y</a>',
            "beslut/2024/x/index.html": "",
            "gomd/index.html": "",
        }
    )
    assert paths_from_start(site) == {
        "": [""],
        "beslut/": ["", "beslut/"],
        "beslut/2024/": ["", "beslut/", "beslut/2024/"],
        "beslut/2024/x/": ["", "beslut/", "beslut/2024/", "beslut/2024/x/"],
    }


def test_every_decision_is_reached_in_four_clicks(site: BuiltSite) -> None:
    paths = paths_from_start(site)
    decisions = [url for url in site.pages if kind_of(url) == "decision"]
    assert decisions
    assert [url for url in decisions if len(paths.get(url, site.pages)) - 1 > CLICKS] == []


def test_every_listed_page_is_reached(site: BuiltSite) -> None:
    paths = paths_from_start(site)
    assert [url for url, page in site.pages.items() if page.listed and url not in paths] == []
