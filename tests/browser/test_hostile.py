from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Opener, OpenPage
from tests.site.hostility import VALUES
from tests.site.sites import TWIN, Sites

PLAIN = [f"beslut/2024/projekt-{number}/" for number in range(len(VALUES["plain"]))]
PROSE = [f"beslut/2024/projekt-{len(PLAIN) + number}/" for number in range(len(VALUES["prose"]))]
ITEMS = [
    f"{kind}-{number}/"
    for kind in ("mottagare/mottagare", "finansiering/medel", "namnd/namnd", "tema/tema")
    for number in range(0, len(PLAIN), 6)
]
OVERVIEWS = ["", "beslut/", "beslut/2024/", "mottagare/mottagare-0/", "kommun/1880/", "ar/2024/", "statistik/"]
FROM_PROSE = frozenset({"p", "ul", "ol", "li", "em", "strong", "a", "br", "blockquote"})
TAGS = "() => [...document.querySelectorAll('*')].map((element) => element.localName)"


@pytest.fixture
def hostile(opened: Opener, sites: Sites) -> OpenPage:
    return opened(sites["hostile"], "", bypass_csp=True)


@pytest.fixture
def harmless(opened: Opener, sites: Sites) -> OpenPage:
    return opened(sites[TWIN], "", bypass_csp=True)


def tags(opened: OpenPage, url: str) -> Counter[str]:
    """Open a page and count the elements that the browser made of it."""
    opened.page.goto(opened.origin + url)
    return Counter(opened.page.evaluate(TAGS))


def is_owned(page: Page) -> bool:
    """Tell whether a hostile text got a script run."""
    found: bool = page.evaluate("() => window.pwned !== undefined || document.getElementById('pwned') !== null")
    return found


def visited(opened: OpenPage, urls: list[str]) -> Iterator[str]:
    """Open pages in turn and give those where a hostile text got a script run."""
    for url in urls:
        opened.page.goto(opened.origin + url)
        if is_owned(opened.page):
            yield url


def test_a_script_that_runs_is_seen(hostile: OpenPage) -> None:
    hostile.page.set_content("<img src=x onerror=window.pwned=1>")
    hostile.page.wait_for_function("() => window.pwned")
    assert is_owned(hostile.page)


def test_no_hostile_text_runs_a_script_even_without_the_policy(hostile: OpenPage) -> None:
    assert list(visited(hostile, PLAIN + PROSE + ITEMS + OVERVIEWS)) == []
    assert hostile.witness.complaints == []
    assert hostile.witness.outside(hostile.origin) == []


def test_the_browser_makes_the_same_elements_of_hostile_and_harmless_text(
    hostile: OpenPage, harmless: OpenPage
) -> None:
    found = {url: (tags(hostile, url), tags(harmless, url)) for url in PLAIN + ITEMS + OVERVIEWS}
    assert {url: (bad - good, good - bad) for url, (bad, good) in found.items() if bad != good} == {}


def test_the_browser_makes_only_harmless_elements_of_markdown(hostile: OpenPage, harmless: OpenPage) -> None:
    extra = {url: set(tags(hostile, url) - tags(harmless, url)) for url in PROSE}
    assert {url: names - FROM_PROSE for url, names in extra.items() if names - FROM_PROSE} == {}


@pytest.mark.parametrize("number", range(len(PLAIN)))
def test_a_hostile_title_is_read_as_it_was_written(hostile: OpenPage, number: int) -> None:
    hostile.page.goto(hostile.origin + PLAIN[number])
    title = " ".join(VALUES["plain"][number].split())
    assert title in " ".join(hostile.page.inner_text("h1").split())
    assert title in " ".join(hostile.page.title().split())
