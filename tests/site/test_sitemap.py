from pathlib import Path

import pytest

from tests.site.built import BuiltSite
from tests.site.conftest import HandMade
from tests.site.sitemap import canonical_faults, listing_faults, schema_faults

HEAD = '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
HOME = "https://example.org/under/path/"
SOUND = {
    "index.html": f'<link rel="canonical" href="{HOME}">',
    "dold/index.html": '<meta name="robots" content="noindex">',
    "404.html": "",
    "sitemap.xml": f"{HEAD}<url><loc>{HOME}</loc><lastmod>2024-03-06</lastmod></url></urlset>",
}


@pytest.fixture
def xsd(shared: Path) -> Path:
    return shared / "standards/feeds/sitemap-0.9.xsd"


def test_a_sound_sitemap_has_no_fault(hand_made: HandMade, xsd: Path) -> None:
    site = hand_made(SOUND)
    assert schema_faults(site.folder / "sitemap.xml", xsd) + listing_faults(site) + canonical_faults(site) == []


@pytest.mark.parametrize(
    "entry",
    [
        f"<url><loc>{HOME}</loc><lastmod>6 mars 2024</lastmod></url>",
        f"<url><loc>{HOME}</loc><modified>2024-03-06</modified></url>",
        "<url><lastmod>2024-03-06</lastmod></url>",
    ],
)
def test_what_the_schema_refuses_is_found(hand_made: HandMade, xsd: Path, entry: str) -> None:
    site = hand_made({"sitemap.xml": f"{HEAD}{entry}</urlset>"})
    assert schema_faults(site.folder / "sitemap.xml", xsd)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"om/index.html": ""}, [f"not in the sitemap: {HOME}om/"]),
        ({"index.html": '<meta name="robots" content="noindex, follow">'}, [f"only in the sitemap: {HOME}"]),
        ({"sitemap.xml": f"{HEAD}{2 * f'<url><loc>{HOME}</loc></url>'}</urlset>"}, [f"twice in the sitemap: {HOME}"]),
    ],
)
def test_a_page_too_many_or_too_few_is_found(hand_made: HandMade, change: dict[str, str], said: list[str]) -> None:
    assert listing_faults(hand_made({**SOUND, **change})) == said


@pytest.mark.parametrize("html", ["", f'<link rel="canonical" href="{HOME}om/">', 2 * SOUND["index.html"]])
def test_a_wrong_canonical_address_is_found(hand_made: HandMade, html: str) -> None:
    assert len(canonical_faults(hand_made({**SOUND, "index.html": html}))) == 1


def test_the_sitemap_is_valid_and_lists_what_may_be_found(site: BuiltSite, xsd: Path) -> None:
    assert schema_faults(site.folder / "sitemap.xml", xsd) == []
    assert listing_faults(site) == []


def test_every_page_gives_its_own_address(site: BuiltSite) -> None:
    assert canonical_faults(site) == []


def test_robots_are_shown_the_sitemap(site: BuiltSite) -> None:
    assert f"Sitemap: {site.address}sitemap.xml" in (site.folder / "robots.txt").read_text("utf-8").splitlines()
