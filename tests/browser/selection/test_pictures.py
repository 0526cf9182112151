"""The pictures of a selection, held against the register; they follow what is chosen."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

import pytest
from playwright.sync_api import Page

from funding.register import Record, Register
from funding.register.sums import counts, whole
from tests.browser.axe import axe_violations, rules_of
from tests.browser.conftest import SETTLED, Opener, OpenPage, Serve, opening
from tests.browser.narrow import wider_than_window
from tests.browser.windows import Windows
from tests.pages.made import make_site
from tests.site.projects import ROOT
from tests.site.sites import DAY, Sites

DECISIONS = ROOT / "tests/browser/search/decisions"
READ = """(section) => [...section.querySelectorAll("tbody tr")].map((row) =>
    [row.querySelector("th span").innerText, row.querySelector("td span").innerText,
     Number(row.querySelector("rect").getAttribute("width"))])"""


TITLES = {
    "Beviljat per år": lambda record, _: [str(record.year)],
    "Vad pengarna går till": lambda record, register: [
        register.lists.themes[id_].name for id_ in record.current.themes or ()
    ],
    "Var pengarna gör nytta": lambda record, register: [
        register.lists.municipalities[code].name for code in register.municipalities(record)
    ],
}


@pytest.fixture(scope="module")
def register() -> Register:
    return make_site(ROOT, decisions=DECISIONS, day=date.fromisoformat(DAY)).register


@pytest.fixture(scope="module")
def opener(windows: Windows, serve: Serve) -> Iterator[Opener]:
    with opening(windows, serve) as open_:
        yield open_


def drawn(opener: Opener, sites: Sites, query: str = "", **window: object) -> OpenPage:
    """Open the list with a selection, and its pictures."""
    opened = opener(sites["searched"], f"beslut/{query}", **window)
    opened.page.set_default_timeout(15_000)
    opened.page.wait_for_selector(SETTLED)
    opened.page.wait_for_selector("#bilder:not([hidden])")
    opened.page.click("#bilder > summary")
    opened.page.wait_for_selector("#bilder .chart")
    return opened


def table(page: Page, title: str) -> list[tuple[str, int, float]]:
    """Read a table: the name of each row, its sum, and the length of its bar."""
    section = page.locator(".chart", has=page.locator("h3", has_text=title))
    return [(name, int(re.sub(r"\D", "", sum_) or 0), width) for name, sum_, width in section.evaluate(READ)]


def sums(
    register: Register, names: Callable[[Record, Register], Iterable[str]], records: Iterable[Record]
) -> Mapping[str, int]:
    """Add up whole decisions under each of their names."""
    found: dict[str, int] = defaultdict(int)
    for record in records:
        amount = whole(record)
        if counts(record):
            for name in names(record, register):
                found[name] += amount.value if amount and record.current.money.currency == "SEK" else 0
    return found


@pytest.mark.parametrize("title", TITLES)
def test_a_table_has_the_sums_of_the_register(opener: Opener, sites: Sites, register: Register, title: str) -> None:
    rows = table(drawn(opener, sites).page, title)
    meant = sums(register, TITLES[title], register.records.values())
    assert {name: sum_ for name, sum_, _ in rows if name in meant} == meant
    most = max(sum_ for _, sum_, _ in rows)
    assert all(width == pytest.approx(100 * sum_ / most, abs=0.06) for _, sum_, width in rows)


def test_a_row_leads_to_the_decisions_that_it_adds_up(opener: Opener, sites: Sites) -> None:
    page = drawn(opener, sites, "?status=granted").page
    name, sum_, _ = table(page, "Beviljat per år")[0]
    page.click(f"#bilder .chart a:text-is('{name}')")
    page.wait_for_url(re.compile(rf"year={name}"))
    page.wait_for_selector(SETTLED)
    assert "status=granted" in page.url
    assert page.get_attribute(".explorer", "data-result-sum") == str(sum_)
    page.wait_for_function(
        f"() => document.querySelector('#bilder .chart th')?.closest('table')"
        f".querySelector('tbody').innerText.includes('{name} (valt)')"
    )
    assert [row[0] for row in table(page, "Beviljat per år")] == [f"{name} (valt)"]


def test_the_map_has_a_square_for_each_municipality_with_the_sum_of_the_table(opener: Opener, sites: Sites) -> None:
    page = drawn(opener, sites).page
    squares = page.locator("#bilder .tile").evaluate_all(
        "tiles => tiles.map((tile) => [tile.querySelector('.place').innerText, tile.querySelector('.sum').innerText])"
    )
    shown = {name: int(re.sub(r"\D", "", sum_) or 0) for name, sum_ in squares}
    rows = {name: sum_ for name, sum_, _ in table(page, "Var pengarna gör nytta")}
    assert {name: sum_ for name, sum_ in rows.items() if name in shown} == {
        name: sum_ for name, sum_ in shown.items() if sum_ or name in rows
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_can_be_read_by_everybody(opener: Opener, sites: Sites, scheme: str) -> None:
    opened = drawn(opener, sites, color_scheme=scheme, viewport={"width": 320, "height": 640})
    assert wider_than_window(opened.page) == []
    assert axe_violations(opened.page, rules_of(scheme)) == []
    assert opened.witness.complaints == []


STYLE = "(element, name) => getComputedStyle(element)[name]"


def test_pictures_stay_pictures_on_paper(opener: Opener, sites: Sites) -> None:
    """A sheet of A4 within its margins is 680 pixels wide; what is drawn with grounds keeps them."""
    page = drawn(opener, sites, color_scheme="dark", viewport={"width": 680, "height": 960}).page
    page.emulate_media(media="print")
    pictures = page.locator("#bilder")
    assert pictures.locator(".chart").count() == len(pictures.locator("h3:visible").all()) > 2
    assert pictures.evaluate(STYLE, "breakInside") == "auto"
    assert pictures.locator(".pictures__charts").evaluate(STYLE, "columnCount") == "2"
    for drawing in (".bar", ".tile"):
        assert {one.evaluate(STYLE, "printColorAdjust") for one in pictures.locator(drawing).all()} == {"exact"}
    assert {one.evaluate(STYLE, "color") for one in pictures.locator("h3").all()} == {"rgb(0, 0, 0)"}
    assert wider_than_window(page) == []


def test_folded_pictures_are_left_out_on_paper(opener: Opener, sites: Sites) -> None:
    page = drawn(opener, sites).page
    page.click("#bilder > summary")
    page.emulate_media(media="print")
    assert not page.locator("#bilder").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_are_seen_in_colours_that_a_reader_chose(opener: Opener, sites: Sites, scheme: str) -> None:
    page = drawn(opener, sites, forced_colors="active", color_scheme=scheme).page
    bar = page.locator("#bilder .bar").first
    assert bar.locator("rect").evaluate(STYLE, "fill") != bar.evaluate(STYLE, "backgroundColor")
    feet = {
        int(
            next(name for name in tile.evaluate("tile => [...tile.classList]") if name.startswith("level-"))[-1]
        ): float(tile.evaluate(STYLE, "borderBottomWidth").removesuffix("px"))
        for tile in page.locator("#bilder .tile").all()
    }
    assert len(feet) > 1
    assert [foot for _, foot in sorted(feet.items())] == sorted(set(feet.values()))
