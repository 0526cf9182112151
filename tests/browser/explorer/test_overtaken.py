"""A view that is overtaken shows nothing more, and what fails beside the list is told."""

from playwright.sync_api import Route, expect

from tests.browser.explorer.conftest import PATIENCE, Explore
from tests.site.built import BuiltSite

BESIDE = """async ([folder, asked]) => {
    const names = ["index/published", "engine/selecting", "explorer/beside", "query/state"];
    const modules = await Promise.all(names.map((name) => import(`${folder}${name}.js`)));
    const { Index, select, Beside, fromParams } = Object.assign({}, ...modules);
    const root = document.querySelector(".explorer");
    const index = await Index.open(new URL(root.dataset.index, location.href));
    const state = fromParams(new URLSearchParams(asked));
    const selection = await select(index, state);
    index.files.kept.most = 0;
    globalThis.overtaken = new AbortController();
    const shown = new Beside(root, (change) => change(state)).show(index, state, selection, false, overtaken.signal);
    overtaken.ended = shown.catch(({ name }) => name);
}"""
BESIDE_THE_LIST = "() => ['#bilder', '#ladda-ner'].map((part) => document.querySelector(part).innerText)"


def test_an_overtaken_view_shows_neither_pictures_nor_downloads(explore: Explore, site: BuiltSite) -> None:
    """An index that keeps nothing is asked again for what the pictures need."""
    explorer = explore("?q=etapp")
    page = explorer.page
    page.locator("#bilder > summary").click()
    expect(page.locator("#bilder .chart").first).to_be_visible()
    before = page.evaluate(BESIDE_THE_LIST)
    asked: list[Route] = []

    def hold(route: Route) -> None:
        asked.append(route)
        if len(asked) == 1:
            route.continue_()

    page.route("**/search/column-theme*", hold)
    folder = next(site.folder.glob("assets/funding.*/search")).relative_to(site.folder).as_posix()
    page.evaluate(BESIDE, [f"{explorer.opened.origin}{folder}/", "status=rejected"])
    for _ in range(PATIENCE // 50):
        if len(asked) < 2:
            page.wait_for_timeout(50)
    page.evaluate("() => overtaken.abort()")
    asked[1].continue_()
    assert page.evaluate("() => overtaken.ended") == "AbortError"
    page.wait_for_timeout(100)
    assert page.evaluate(BESIDE_THE_LIST) == before


def test_a_picture_of_a_filter_that_cannot_be_had_is_left_out_and_told_in_the_console(explore: Explore) -> None:
    explorer = explore()
    explorer.page.route("**/search/column-decided*", lambda route: route.abort())
    with explorer.page.expect_console_message(lambda said: "SearchError" in said.text):
        facet = explorer.facet("decided")
    expect(facet.locator(".histogram")).to_be_hidden()
    expect(explorer.page.locator("[data-failed]")).to_be_hidden()
