"""What search engines are told: sitemaps (sitemaps.org 0.9) and robots.txt (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from xml.etree import ElementTree as ET

MOST_ADDRESSES = 50_000
"""The most addresses of one sitemap (sitemaps.org 0.9); a larger site has several, and an index of them."""
SITEMAPS = "sitemap"
"""What the names of all of them begin with."""
SITEMAP = f"{SITEMAPS}.xml"
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemaps(
    addresses: Sequence[str], absolute: Callable[[str], str], most: int = MOST_ADDRESSES
) -> dict[str, Callable[[], bytes]]:
    """Give the sitemap by its name; of a site with too many pages for one, several and their index.

    ``addresses`` are absolute; ``absolute`` makes the address of a file of the site absolute.
    """
    if len(addresses) <= most:
        return {SITEMAP: partial(sitemap_xml, addresses)}
    parts = [addresses[start : start + most] for start in range(0, len(addresses), most)]
    several = {f"{SITEMAPS}-{number}.xml": partial(sitemap_xml, part) for number, part in enumerate(parts, start=1)}
    return {SITEMAP: partial(sitemap_index_xml, [absolute(name) for name in several]), **several}


def sitemap_xml(addresses: Iterable[str]) -> bytes:
    """Write the absolute addresses of pages.

    There is no ``lastmod``: the day of the build would say that every page has changed.
    """
    return _listing("urlset", "url", addresses)


def sitemap_index_xml(sitemaps: Iterable[str]) -> bytes:
    """Write the absolute addresses of sitemaps."""
    return _listing("sitemapindex", "sitemap", sitemaps)


def robots_txt(sitemap: str) -> bytes:
    """Let everyone read everything, and show the way to the sitemap at an absolute address."""
    return f"User-agent: *\nAllow: /\nSitemap: {sitemap}\n".encode()


def _listing(name: str, item: str, addresses: Iterable[str]) -> bytes:
    root = ET.Element(name, xmlns=_SPACE)
    for address in addresses:
        ET.SubElement(ET.SubElement(root, item), "loc").text = address
    ET.indent(root, space="")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
