import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from funding.pages.tiles.tile_map import LEVELS, level
from tests.pages.made import MadeSite, make_site
from tests.shared import shared_folder

ROOT = Path(__file__).parents[3]


class _Tiles(HTMLParser):
    """Reads the squares of a page: the classes and the words of each."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[str]]] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = dict(attrs).get("class") or ""
        if tag == "li":
            self._inside = classes.startswith("tile ")
            if self._inside:
                self.found.append((classes, []))

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "li"

    def handle_data(self, data: str) -> None:
        if self._inside and data.strip():
            self.found[-1][1].append(data.strip())


def tiles(site: MadeSite, url: str) -> dict[str, tuple[str, str]]:
    reader = _Tiles()
    reader.feed(site.page(url).content)
    return {words[0]: (classes, words[-1]) for classes, words in reader.found}


@pytest.fixture(scope="module")
def examples() -> MadeSite:
    return make_site(ROOT, decisions=shared_folder() / "examples/decisions")


@pytest.mark.parametrize("url", ["kommun/", "statistik/"])
def test_every_municipality_of_the_county_has_its_square_and_the_sum_of_the_table(examples: MadeSite, url: str) -> None:
    found = tiles(examples, url)
    names = {entry.name for entry in examples.register.lists.municipalities.values()}
    assert found.keys() == names
    text = examples.text(url)
    assert all(
        re.search(rf"\| {name}.*?{re.escape(sum_)}", text) for name, (_, sum_) in found.items() if sum_ != "0 kr"
    )


def test_the_strongest_square_is_that_of_the_largest_sum(examples: MadeSite) -> None:
    found = tiles(examples, "kommun/")
    worth = {name: (int(re.sub(r"\D", "", sum_)), classes) for name, (classes, sum_) in found.items()}
    ordered = [int(classes[-1]) for _, classes in sorted(worth.values(), key=lambda pair: pair[0])]
    assert ordered == sorted(ordered)
    assert (ordered[0], ordered[-1]) == (0, LEVELS)


def test_a_county_is_drawn_whole_where_the_register_names_one_municipality_of_it() -> None:
    site = make_site(ROOT / "tests/regions/vasterbotten-gotland")
    found = tiles(site, "kommun/")
    assert len(found) == 15
    assert {name for name in found if f">{name}</a>" in site.page("kommun/").content} == {"Lycksele"}


def test_a_site_without_places_has_no_map() -> None:
    assert tiles(make_site(ROOT / "tests/regions/others"), "statistik/") == {}


@pytest.mark.parametrize(
    ("granted", "expected"), [(0, 0), (1, 1), (31, 1), (62, 1), (63, 2), (124, 2), (125, 3), (499, 4), (500, 5)]
)
def test_each_level_begins_at_twice_the_one_below(granted: int, expected: int) -> None:
    assert level(granted, 1000) == expected
