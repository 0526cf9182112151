from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.browser.conftest import Opener, OpenPage, Serve, opening, settle
from tests.browser.windows import Windows
from tests.site.hostility import VALUES
from tests.site.sites import TWIN, Sites

PLAIN = [f"beslut/2024/projekt-{number}/" for number in range(len(VALUES["plain"]))]
PROSE = [f"beslut/2024/projekt-{len(PLAIN) + number}/" for number in range(len(VALUES["prose"]))]
LISTS = ["", "beslut/", "beslut/2024/", "mottagare/mottagare-0/", "kommun/1880/", "ar/2024/", "statistik/"]
ITEMS = [
    f"{kind}-{number}/"
    for kind in ("mottagare/mottagare", "finansiering/medel", "namnd/namnd", "tema/tema")
    for number in range(1, len(PLAIN), 8)
]
FROM_PROSE = frozenset({"p", "ul", "ol", "li", "em", "strong", "a", "br", "blockquote"})
READ = """() => ({
  tags: (() => {  // decisions are alike by their words, so the list of similar ones is not counted
    let similar = false;
    return [...document.querySelectorAll("*")].filter((element) => {
      if (element.matches("h2, section")) similar = element.id === "liknande";
      return !similar;
    }).map((element) => element.localName);
  })(),
  heading: document.querySelector("h1").innerText,
  title: document.title,
  owned: window.pwned !== undefined || document.getElementById("pwned") !== null,
})"""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the browser made of a page; ``owned`` if a hostile text got a script run or an id set."""

    tags: Counter[str]
    heading: str
    title: str
    owned: bool


def read(opened: OpenPage) -> Reading:
    """Read the page that is open."""
    found = opened.page.evaluate(READ)
    return Reading(Counter(found["tags"]), found["heading"], found["title"], found["owned"])


def read_all(opened: OpenPage) -> dict[str, Reading]:
    """Open every page of the tour and read it."""
    found = {}
    for url in PLAIN + PROSE + LISTS + ITEMS:
        opened.page.goto(opened.origin + url)
        settle(opened.page)
        found[url] = read(opened)
    return found


@dataclass(frozen=True, slots=True)
class Tour:
    """The same pages of the hostile site and of its harmless twin, without the policy that would stop a script."""

    hostile: dict[str, Reading]
    harmless: dict[str, Reading]
    opened: OpenPage


@pytest.fixture(scope="module")
def tour(windows: Windows, serve: Serve, sites: Sites) -> Iterator[Tour]:
    with opening(windows, serve) as opened:
        hostile, harmless = (opened(sites[name], "", bypass_csp=True) for name in ("hostile", TWIN))
        yield Tour(read_all(hostile), read_all(harmless), hostile)


def test_a_script_that_runs_is_seen(opened: Opener, sites: Sites) -> None:
    window = opened(sites["hostile"], "", bypass_csp=True)
    assert not read(window).owned
    window.page.set_content("<h1>x</h1><img src=x onerror=window.pwned=1>")
    window.page.wait_for_function("() => window.pwned")
    assert read(window).owned


def test_no_hostile_text_runs_a_script_even_without_the_policy(tour: Tour) -> None:
    assert [url for url, reading in tour.hostile.items() if reading.owned] == []
    assert tour.opened.witness.complaints == []
    assert tour.opened.witness.outside(tour.opened.origin) == []


@pytest.mark.parametrize("url", PLAIN + LISTS + ITEMS)
def test_the_browser_makes_the_same_elements_of_hostile_and_harmless_text(tour: Tour, url: str) -> None:
    assert tour.hostile[url].tags == tour.harmless[url].tags


@pytest.mark.parametrize("url", PROSE)
def test_the_browser_makes_only_harmless_elements_of_markdown(tour: Tour, url: str) -> None:
    assert set(tour.hostile[url].tags - tour.harmless[url].tags) <= FROM_PROSE


@pytest.mark.parametrize("number", range(len(PLAIN)))
def test_a_hostile_title_is_read_as_it_was_written(tour: Tour, number: int) -> None:
    title = " ".join(VALUES["plain"][number].split())
    reading = tour.hostile[PLAIN[number]]
    assert title in " ".join(reading.heading.split())
    assert title in " ".join(reading.title.split())
