"""What search engines are told: sitemaps (sitemaps.org 0.9) and robots.txt (RFC 9309)."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

MOST_ADDRESSES = 50_000
"""The most addresses of one sitemap (sitemaps.org 0.9); a larger site has several, and an index of them."""
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


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
