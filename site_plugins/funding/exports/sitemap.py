"""What search engines are told: the sitemap (sitemaps.org 0.9) and robots.txt (RFC 9309)."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
_FOOT = "</urlset>\n"


def sitemap_xml(addresses: Iterable[str]) -> bytes:
    """Write the absolute addresses of a site's pages.

    There is no ``lastmod``: the day of the build would say that every page has changed.
    """
    entries = "".join(f"<url><loc>{escape(address)}</loc></url>\n" for address in addresses)
    return f"{_HEAD}{entries}{_FOOT}".encode()


def robots_txt(sitemap: str) -> bytes:
    """Let everyone read everything, and show the way to the sitemap at an absolute address."""
    return f"User-agent: *\nAllow: /\nSitemap: {sitemap}\n".encode()
