import pytest

from tests.browser.conftest import Opener
from tests.site.built import BuiltSite
from tests.site.conftest import HandMade, hand_made
from tests.site.sites import RECIPES, TWIN, Sites

__all__ = ["hand_made"]
NOISY = {
    "index.html": """<meta http-equiv="Content-Security-Policy" content="script-src 'self' 'nonce-a'">
        <p onclick="1"><img src="bort.png" alt=""><script nonce="a">console.error("ojsan"); alert("hej")</script>
        <script nonce="a">fetch("http://127.0.0.1:59999/spår").catch(() => {}); borta()</script>"""
}


def test_what_a_page_does_is_seen(hand_made: HandMade, opened: Opener) -> None:
    result = opened(hand_made(NOISY), "")
    result.page.wait_for_load_state("networkidle")
    assert result.witness.outside(result.origin) == ["http://127.0.0.1:59999/sp%C3%A5r"]
    said = "\n".join(result.witness.complaints)
    for expected in (
        "console: ojsan",
        "dialog: hej",
        "script: borta",
        "policy: script-src-attr",
        "404",
        "failed: http",
    ):
        assert expected in said


@pytest.mark.parametrize("name", [name for name in RECIPES if name not in {"own", "hostile", TWIN}])
def test_no_other_site_asks_or_complains(opened: Opener, sites: Sites, name: str) -> None:
    site: BuiltSite = sites[name]
    for url in ("", "beslut/", site.of_kind("decision")[0].url, "bort/fran/sidan/"):
        result = opened(site, url)
        assert result.witness.outside(result.origin) == []
        assert [
            said for said in result.witness.complaints if "404" not in said or site.file_at(site.address + url)
        ] == []
