"""Under the headers that a site asks its host for: what is to be let through is, what is not is held back."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.browser.conftest import Opener, Serve, Specimen, opening, settle
from tests.browser.windows import Windows
from tests.browser.witness import Witness
from tests.site.built import BuiltSite
from tests.site.conftest import HandMade, hand_made
from tests.site.hosts import Answering, no_headers, of_headers_file, of_htaccess
from tests.site.sites import AT_ROOT, Sites

__all__ = ["hand_made"]
READ = """(address) => fetch(address).then((answer) => answer.text(), (error) => `refused: ${error}`)"""
LOOKS = """() => [...document.body.querySelectorAll("*")].map((element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  const { color, backgroundColor, fontFamily, fontSize, display } = getComputedStyle(element);
  return [element.tagName, x, y, width, height, color, backgroundColor, fontFamily, fontSize, display].join(" ");
})"""


def looks(page: Page) -> list[str]:
    page.wait_for_load_state("networkidle")
    settle(page)
    seen: list[str] = page.evaluate(LOOKS)
    return seen


def test_every_type_of_page_looks_the_same_with_the_headers_and_without_and_is_quiet(
    opened: Opener, windows: Windows, serve: Serve, specimen: Specimen
) -> None:
    window = {"viewport": {"width": 1280, "height": 900}}
    told = opened(specimen.site, specimen.url, **window)
    with opening(windows, lambda site: serve(site, no_headers)) as bare:
        without = looks(bare(specimen.site, specimen.url, **window).page)
    assert looks(told.page) == without
    assert told.witness.outside(told.origin) == []
    assert told.witness.complaints == []
    assert told.page.context.cookies() == []


def test_a_style_that_the_host_forbids_is_seen(sites: Sites, windows: Windows, serve: Serve) -> None:
    forbidding = {"Content-Security-Policy": "style-src 'none'"}
    with opening(windows, lambda site: serve(site, lambda _: forbidding)) as opened:
        assert "policy: style-src-elem" in "\n".join(opened(sites["own"], "").witness.complaints)


def test_a_script_that_only_the_host_lets_through_does_not_run(opened: Opener, sites: Sites) -> None:
    page = opened(sites["own"], "").page
    page.evaluate(
        "() => document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))"
    )
    assert page.evaluate("() => window.ran") is None


def in_frame(hand_made: HandMade, opened: Opener, address: str) -> tuple[bool, Witness]:
    """Frame a page on one of another origin; tell whether it is shown, and what was complained of."""
    outside = hand_made({"index.html": f'<h1>Utanför</h1><iframe title="inne" src="{address}"></iframe>'})
    result = opened(outside, "")
    result.page.wait_for_load_state("networkidle")
    return result.page.frames[1].locator("main h1").count() == 1, result.witness


def test_no_page_is_shown_in_a_frame(opened: Opener, serve: Serve, sites: Sites, hand_made: HandMade) -> None:
    shown, witness = in_frame(hand_made, opened, serve(sites["own"]))
    assert not shown
    assert "frame-ancestors" in "\n".join(witness.complaints)


def test_without_headers_a_page_can_be_framed(opened: Opener, serve: Serve, sites: Sites, hand_made: HandMade) -> None:
    shown, _ = in_frame(hand_made, opened, serve(sites["own"], no_headers))
    assert shown


def test_other_sites_may_read_data_but_not_pages(
    opened: Opener, serve: Serve, sites: Sites, hand_made: HandMade
) -> None:
    page = opened(hand_made({"index.html": "<h1>Ett annat program</h1>"}), "").page
    for site in (sites["own"], sites["own-below"]):
        apache = of_htaccess((site.folder / ".htaccess").read_text("utf-8"))
        data = next((site.folder / "api/v1/decisions").rglob("*.json"))
        for address in (
            serve(site, of_headers_file((site.folder / "_headers").read_text("utf-8"))),
            serve(site, below(site.prefix, apache)),
        ):
            assert page.evaluate(READ, address + in_site(site, data)) == data.read_text("utf-8")
            for refused in ("", "beslut/", "robots.txt"):
                assert page.evaluate(READ, address + refused).startswith("refused:")


def below(prefix: str, answering: Answering) -> Answering:
    """Answer to paths below a site's root as a server does that is asked for them below ``prefix``."""
    return lambda path: answering(prefix + path.removeprefix("/"))


def in_site(site: BuiltSite, file: Path) -> str:
    return file.relative_to(site.folder).as_posix()


def test_what_a_page_loads_is_kept_and_the_page_is_not(opened: Opener, sites: Sites) -> None:
    result = opened(sites["own"], "")
    result.page.goto(result.origin + "beslut/")
    result.page.wait_for_load_state("networkidle")
    settle(result.page)
    answers = result.witness.answers
    told = {
        (answer.request.is_navigation_request(), answer.headers.get("cache-control"))
        for answer in answers
        if not answer.url.endswith("/search/index.json")
    }
    assert told == {(True, None), (False, "public, max-age=31536000, immutable")}
    index = [answer for answer in answers if answer.url.endswith("/search/index.json")]
    assert {answer.headers.get("cache-control") for answer in index} == {None}


def test_documents_open_under_the_headers(opened: Opener, sites: Sites, tmp_path: Path) -> None:
    """A policy made for pages must not keep a browser from showing the papers beside them."""
    (tmp_path / "_headers").write_bytes((sites["own"].folder / "_headers").read_bytes())
    (tmp_path / "bilaga.txt").write_text("Beslut 12", "utf-8")
    (tmp_path / "favicon.ico").touch()
    (tmp_path / "bild.svg").write_text(PICTURE, "utf-8")
    site = BuiltSite(tmp_path, AT_ROOT)
    for name in ("bilaga.txt", "bild.svg"):
        result = opened(site, name)
        assert result.page.locator("text=Beslut 12").count() == 1
        assert result.witness.complaints == []


PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="15">Beslut 12</text></svg>'
