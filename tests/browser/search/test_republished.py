"""Numbers of decisions from before a site was published anew are never taken for those of the new index."""

import json
import shutil
import zlib
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener, Serve, settle
from tests.browser.search.conftest import load
from tests.browser.server import put
from tests.site.built import BuiltSite
from tests.site.sites import AT_ROOT, Sites

WORK = {
    "sums": "engine.summed(engine.index, engine.found)",
    "series": "engine.series(engine.index, engine.found)",
    "reasons": "engine.explain(engine.index, engine.state, engine.found.docs[0], engine.found.generation)",
    "snippets": "engine.snippets(engine.index, engine.state, engine.found.docs[0], engine.found.generation)",
}
FIND = """async () => {
    engine.state = engine.asked("q=bidrag");
    engine.found = await engine.find(engine.index, engine.state);
}"""
IDS = "() => [...document.querySelectorAll('.explorer__list [data-id]')].map((hit) => hit.dataset.id)"


@pytest.fixture
def site(tmp_path: Path, sites: Sites) -> BuiltSite:
    """Give a copy of the small site, to publish anew."""
    shutil.copytree(sites["searched"].folder, tmp_path / "site")
    return BuiltSite(tmp_path / "site", AT_ROOT)


@pytest.fixture
def page(site: BuiltSite, opened: Opener, serve: Serve) -> Page:
    page = opened(site, "om/").page
    load(page, site, serve(site))
    return page


def batched(rows: list[object], size: int) -> list[list[object]]:
    return [rows[at : at + size] for at in range(0, len(rows), size)]


def publish_anew(site: BuiltSite) -> None:
    """Publish a site with its decisions the other way round, and with its facets and amounts under other names."""
    folder = site.folder / "search"
    told = json.loads((folder / "index.json").read_text("utf-8"))
    for family in ("rows", "table"):
        files = sorted(folder.glob(f"{family}-*.bin"))
        joined, turned = b"".join(file.read_bytes() for file in files), []
        for size in reversed(told[family]["sizes"]):
            joined, block = joined[:-size], joined[-size:]
            turned += json.loads(zlib.decompress(block))[::-1]
        size = told[family]["size"]
        packed = [zlib.compress(json.dumps(rows).encode()) for rows in batched(turned, size)]
        for file in files:
            file.unlink()
        put(folder / f"{family}-0.00000000.bin", b"".join(packed))
        told[family] |= {"files": "00000000", "per": len(packed), "sizes": [len(block) for block in packed]}
    for names, key in ((told, "facets"), (told["columns"], "amount")):
        (folder / names[key]).rename(folder / f"{key}.00000000.bin")
        names[key] = f"{key}.00000000.bin"
    put(folder / "index.json", json.dumps(told))


@pytest.mark.parametrize("work", WORK)
def test_what_was_found_before_is_not_worked_on(site: BuiltSite, page: Page, work: str) -> None:
    page.evaluate(FIND)
    publish_anew(site)
    page.evaluate("() => engine.select(engine.index, engine.asked('status=granted'))")
    assert page.evaluate("() => engine.index.generation") == 1
    told = f"() => {WORK[work]}.then(() => null, (error) => [error.name, error.kind])"
    assert page.evaluate(told) == ["SearchError", "changed"]


@pytest.mark.parametrize("work", ["sums", "series"])
def test_what_is_worked_on_is_not_continued_on_the_new_index(site: BuiltSite, page: Page, work: str) -> None:
    page.evaluate(FIND)
    publish_anew(site)
    told = f"() => {WORK[work]}.then(() => null, (error) => [error.name, error.kind])"
    assert page.evaluate(told) == ["SearchError", "changed"]


def test_why_is_not_told_of_another_decision_but_the_list_is_made_anew(site: BuiltSite, opened: Opener) -> None:
    page = opened(site, "beslut/?q=bidrag").page
    settle(page)
    before = page.evaluate(IDS)
    publish_anew(site)
    (site.folder / f"api/v1/decisions/{before[0]}.json").unlink()
    page.locator(".why summary").first.click()
    expect(page.locator(".explorer__list [data-id]").first).not_to_have_attribute("data-id", before[0])
    settle(page)
    expect(page.locator(".why[open]")).to_have_count(0)
    expect(page.locator("[data-failed]")).to_be_hidden()


def test_more_hits_are_not_those_of_the_new_index(opened: Opener, sites: Sites, tmp_path: Path) -> None:
    """A file that cannot be made leaves the new index; all hits are then shown anew."""
    shutil.copytree(sites["examples"].folder, tmp_path / "great")
    site = BuiltSite(tmp_path / "great", sites["examples"].prefix)
    page = opened(site, "beslut/?year=-1900").page
    settle(page)
    publish_anew(site)
    page.locator("button[data-format=csv]").click()
    expect(page.locator("#ladda-ner [role=status]")).to_contain_text("Uppgifterna har ändrats")
    page.locator("[data-more] button").click()
    expect(page.locator(".explorer__list [data-id]")).to_have_count(40)
    ids = page.evaluate(IDS)
    assert len(set(ids)) == len(ids)


def test_a_file_is_never_made_of_other_decisions_than_those_shown(site: BuiltSite, opened: Opener) -> None:
    page = opened(site, "beslut/?year=-1900").page
    settle(page)
    shown = page.evaluate(IDS)
    publish_anew(site)
    for _ in ("at once", "and when the index is the new one"):
        page.locator("button[data-format=csv]").click()
        expect(page.locator("#ladda-ner progress")).to_be_hidden()
        expect(page.locator("#ladda-ner [role=status]")).to_contain_text("Uppgifterna har ändrats")
    page.locator("#bilder > summary").click()
    expect(page.locator("#bilder .chart").first).to_be_visible()
    assert page.evaluate(IDS) == shown[::-1]
