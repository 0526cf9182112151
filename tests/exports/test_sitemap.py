from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import xmlschema

from funding.exports import sitemap
from funding.exports.sitemap import robots_txt, sitemap_index_xml, sitemap_xml
from tests.pages.conftest import PROJECT
from tests.pages.made import ADDRESS, MadeSite, make_site

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def locations(written: bytes) -> list[str | None]:
    return [element.text for element in ET.fromstring(written).iter(LOC)]  # noqa: S314 - our own


def test_the_sitemap_is_valid(shared: Path) -> None:
    written = sitemap_xml([ADDRESS, f"{ADDRESS}a?b=1&c=<2>"])
    xmlschema.XMLSchema(shared / "standards/feeds/sitemap-0.9.xsd", allow="local").validate(written.decode())
    assert locations(written) == [ADDRESS, f"{ADDRESS}a?b=1&c=<2>"]


def test_an_index_lists_sitemaps() -> None:
    assert locations(sitemap_index_xml([f"{ADDRESS}sitemap-1.xml"])) == [f"{ADDRESS}sitemap-1.xml"]


def test_robots_may_read_everything() -> None:
    assert robots_txt(f"{ADDRESS}sitemap.xml").decode().splitlines() == [
        "User-agent: *",
        "Allow: /",
        f"Sitemap: {ADDRESS}sitemap.xml",
    ]


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> MadeSite:
    monkeypatch.setattr("funding.pages.site.MOST_ADDRESSES", 20)
    return make_site(PROJECT)


def test_a_large_site_has_several_sitemaps(large: MadeSite) -> None:
    names = [name for name in locations(large.file("sitemap.xml").encode()) if name]
    listed = [url for name in names for url in locations(large.file(name.removeprefix(ADDRESS)).encode())]
    assert listed == [ADDRESS + url for url in large.urls if large.page(url).indexed]
    assert len(names) == -(-len(listed) // 20)
    assert sitemap.MOST_ADDRESSES == 50_000
