"""Files of several blocks, on hosts that send parts of files, that do not, that do it wrongly, and that unpack."""

from __future__ import annotations

import json
import shutil
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from tests.browser.conftest import Opener, Serve
from tests.browser.search.conftest import load
from tests.browser.server import put
from tests.site.built import BuiltSite
from tests.site.hosts import Headers
from tests.site.sites import Sites

FAMILIES = ("rows", "terms", "lengths")
COUNT = "async (search) => (await engine.select(engine.index, engine.asked(search))).count"
BEGINNING = "async (start) => (await engine.index.termsBeginning(start)).length"
BLOCKS = """async (numbers) => {
    const { size } = engine.index.contents.told.rows;
    return engine.ids(numbers.map((number) => number * size));
}"""
ANEW = "async () => { engine.index = await engine.Index.open(engine.index.files.base); }"
MISSPELT = "q=digitaliserng"


def join(site: BuiltSite, family: str) -> None:
    """Put all blocks of a family together in one file, as in a greater site."""
    table = site.folder / "search/index.json"
    told = json.loads(table.read_text("utf-8"))
    files = [site.folder / f"search/{family}-{number}.{name}.bin" for number, name in enumerate(names(told, family))]
    content = b"".join(file.read_bytes() for file in files)
    for file in files:
        file.unlink()
    put(site.folder / f"search/{family}-0.00000000.bin", content)
    told[family] |= {"files": "00000000", "per": len(told[family]["sizes"])}
    put(table, json.dumps(told))


def names(told: dict[str, dict[str, str]], family: str) -> list[str]:
    hashes = told[family]["files"]
    return [hashes[at : at + 8] for at in range(0, len(hashes), 8)]


@pytest.fixture
def site(tmp_path: Path, sites: Sites) -> BuiltSite:
    """Give a copy of a site each of whose families is one file of several blocks."""
    shutil.copytree(sites["examples"].folder, tmp_path / "site")
    site = BuiltSite(tmp_path / "site", sites["examples"].prefix)
    for family in FAMILIES:
        join(site, family)
        assert len(places(site, family)) > 2
    return site


def places(site: BuiltSite, family: str) -> list[tuple[int, int]]:
    """Give where each block begins in the family's file, and where it ends."""
    sizes = json.loads((site.folder / "search/index.json").read_text("utf-8"))[family]["sizes"]
    return list(pairwise(accumulate(sizes, initial=0)))


def loaded(opened: Opener, site: BuiltSite, origin: str) -> Page:
    page = opened(site, "om/").page
    page.goto(f"{origin}om/")
    load(page, site, origin)
    return page


def noted(page: Page) -> list[str]:
    """Give what is asked for of the families from now on: ``rows``, or ``rows 0-99`` for a part of it."""
    asked: list[str] = []

    def note(route: Route) -> None:
        family = route.request.url.rsplit("/", 1)[-1].partition("-")[0]
        if family in FAMILIES:
            asked.append(f"{family} {route.request.headers.get('range', '').removeprefix('bytes=')}".strip())
        route.fallback()

    page.route("**/search/*.bin", note)
    return asked


def test_a_block_is_asked_for_by_itself_and_blocks_side_by_side_together(
    site: BuiltSite, opened: Opener, serve: Serve
) -> None:
    page = loaded(opened, site, serve(site))
    asked = noted(page)
    rows = places(site, "rows")
    alone = [f"rows {start}-{end - 1}" for start, end in rows]
    assert len(rows) == 3
    assert len(page.evaluate(BLOCKS, [1])) == 1
    assert asked == alone[1:2]
    assert len(page.evaluate(BLOCKS, [2, 1, 0])) == 3
    assert asked == [alone[1], alone[0], alone[2]]
    page.evaluate(ANEW)
    asked.clear()
    assert len(page.evaluate(BLOCKS, [2, 1])) == 2
    assert asked == [f"rows {rows[1][0]}-{rows[2][1] - 1}"]
    assert page.evaluate(BEGINNING, "") > 1
    assert asked[1:] == ["terms"]


def test_what_several_wait_for_is_asked_for_once(site: BuiltSite, opened: Opener, serve: Serve) -> None:
    page = loaded(opened, site, serve(site))
    asked = noted(page)
    both = f"([one, other]) => Promise.all([one, other].map({BLOCKS}))"
    one, other = page.evaluate(both, [[1, 2], [2, 1]])
    assert one == other[::-1]
    assert len(asked) == 1


def test_the_lengths_of_a_misspelt_word_are_asked_for_together(site: BuiltSite, opened: Opener, serve: Serve) -> None:
    page = loaded(opened, site, serve(site))
    asked = noted(page)
    assert page.evaluate(COUNT, MISSPELT) > 0
    assert len([one for one in asked if one.startswith("lengths")]) == 1


def test_a_host_that_sends_no_parts_is_asked_for_a_file_once(site: BuiltSite, opened: Opener, serve: Serve) -> None:
    page = loaded(opened, site, serve(site, sends_parts=False))
    asked = noted(page)
    assert len(page.evaluate(f"(numbers) => Promise.all(numbers.map((one) => ({BLOCKS})([one])))", [0, 1, 2])) == 3
    assert page.evaluate(COUNT, MISSPELT) > 0
    assert page.evaluate(BEGINNING, "in") > 1
    assert [one.partition(" ")[0] for one in asked] == ["rows", "terms", "lengths"]
    assert asked[1:] == ["terms", "lengths"]


@pytest.mark.parametrize("status", [206, 416, 503, 0])
def test_where_a_part_fails_the_whole_file_is_taken_and_no_part_asked_for_any_more(
    site: BuiltSite, opened: Opener, serve: Serve, status: int
) -> None:
    page = loaded(opened, site, serve(site))
    whole = page.evaluate(BLOCKS, [0, 2])
    content = (site.folder / "search/rows-0.00000000.bin").read_bytes()

    def send(route: Route) -> None:
        start, _, end = route.request.headers.get("range", "").removeprefix("bytes=").partition("-")
        if not end:
            route.continue_()
        elif status:
            route.fulfill(status=status, body=content[int(start) : int(end)])
        else:
            route.abort()

    page.route("**/search/*.bin", send)
    page.evaluate(ANEW)
    asked = noted(page)
    assert page.evaluate(BLOCKS, [0, 2]) == whole
    assert page.evaluate(COUNT, MISSPELT) > 0
    assert [one for one in asked if one.startswith("rows") and " " not in one] == ["rows"]
    assert [one for one in asked if not one.startswith("rows")] == ["terms", "lengths"]


@pytest.mark.parametrize("search", ["q=digitalisering", MISSPELT, "q=digitalisering&sort=title"])
def test_a_host_that_knows_gzip_by_its_first_bytes_has_nothing_to_unpack(
    site: BuiltSite, opened: Opener, serve: Serve, search: str
) -> None:
    def labelled(path: str) -> Headers:
        file = site.folder / path.lstrip("/")
        return {"Content-Encoding": "gzip"} if file.suffix == ".bin" and file.read_bytes()[:2] == b"\x1f\x8b" else {}

    page = loaded(opened, site, serve(site, labelled))
    assert page.evaluate(COUNT, search) > 0
