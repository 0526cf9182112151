from pathlib import Path
from xml.etree import ElementTree as ET

import xmlschema

from funding.exports.sitemap import robots_txt, sitemap_index_xml, sitemap_xml, sitemaps
from tests.pages.made import ADDRESS

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


def test_a_large_site_has_several_sitemaps() -> None:
    addresses = [f"{ADDRESS}{number}/" for number in range(45)]
    made = sitemaps(addresses, ADDRESS.__add__, most=20)
    named = [str(name).removeprefix(ADDRESS) for name in locations(made["sitemap.xml"]())]
    assert named == list(made)[1:] == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert [url for name in named for url in locations(made[name]())] == addresses


def test_a_small_site_has_one_sitemap() -> None:
    made = sitemaps([ADDRESS], ADDRESS.__add__)
    assert list(made) == ["sitemap.xml"]
    assert locations(made["sitemap.xml"]()) == [ADDRESS]
