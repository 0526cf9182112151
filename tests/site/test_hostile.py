import json

import pytest

from tests.site.built import BuiltSite, kind_of
from tests.site.hostility import VALUES, census, hostile_wordings, live
from tests.site.markup import read_markup
from tests.site.sites import TWIN, Sites

PLAIN = range(len(VALUES["plain"]))


@pytest.fixture(scope="module")
def hostile(sites: Sites) -> BuiltSite:
    return sites["hostile"]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="javascript:window.pwned=1">',
        '<a href=" JavaScript:window.pwned=1">',
        '<a href="data:text/html,x">',
        "<img src=x onerror=window.pwned=1>",
        "<script>window.pwned=1</script>",
        '<meta http-equiv="refresh" content="//evil.example">',
        "<iframe></iframe>",
        '<p id="pwned">',
    ],
)
def test_live_markup_is_recognised(html: str) -> None:
    assert [fault for element in read_markup(html).elements if (fault := live(element))]


def test_shown_text_is_not_taken_for_live_markup() -> None:
    html = '<p title="<script>window.pwned=1</script>">&lt;script&gt;window.pwned=1</p><a href="https://example.org/">'
    assert [live(element) for element in read_markup(html).elements] == [None, None]


def test_no_page_holds_live_markup(hostile: BuiltSite) -> None:
    faults = [
        f"{page.url or '/'}:{element.line}: {fault}"
        for page in hostile.pages.values()
        for element in page.markup.elements
        if (fault := live(element))
    ]
    assert faults == []


def test_hostile_text_makes_the_same_pages_as_harmless_text(hostile: BuiltSite, sites: Sites) -> None:
    harmless = sites[TWIN]
    assert list(hostile.pages) == list(harmless.pages)
    prose = {f"beslut/2024/projekt-{number}/" for number in range(len(PLAIN), len(hostile_wordings()))}
    differing = {
        url: (
            census(page.markup) - census(harmless.pages[url].markup),
            census(harmless.pages[url].markup) - census(page.markup),
        )
        for url, page in hostile.pages.items()
        if url not in prose
        and kind_of(url) != "condition"
        and census(page.markup) != census(harmless.pages[url].markup)
    }
    assert differing == {}


@pytest.mark.parametrize("number", PLAIN)
def test_a_hostile_title_is_published_as_it_was_written(hostile: BuiltSite, number: int) -> None:
    title = VALUES["plain"][number]
    markup = hostile.pages[f"beslut/2024/projekt-{number}/"].markup
    properties = {
        element.attributes.get("property"): element.attributes.get("content") for element in markup.all("meta")
    }
    assert title in (properties["og:title"] or "")
    assert any(title in texts(json.loads(block)) for block in markup.json_ld())
    data = json.loads((hostile.folder / f"api/v1/decisions/2024/projekt-{number}.json").read_text("utf-8"))
    assert data["original"]["title"] == data["current"]["title"] == title


def texts(data: object) -> list[str]:
    """Give every text in a JSON value."""
    if isinstance(data, str):
        return [data]
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else []
    return [text for item in inner for text in texts(item)]
