"""Finds what a built page would fetch from another host by itself, without the reader asking for it."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from tests.site.built import BuiltSite
from tests.site.links import addresses, css_addresses
from tests.site.markup import Element

FETCHING_LINKS = frozenset(
    {
        *("stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest"),
        *("preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch"),
    }
)
FOLLOWED_ONLY_BY_READERS = frozenset({"a", "area", "form"})


def fetched_from_outside(site: BuiltSite) -> list[str]:
    """Give one line for each address of another host in a place that makes a browser fetch it."""
    faults = [
        f"{page.url or '/'}:{element.line}: <{element.tag}> {address}"
        for page in site.pages.values()
        for element in page.markup.elements
        if _fetches(element)
        for address in addresses(element)
        if _outside(site, page.address, address)
    ]
    for sheet in sorted(site.folder.rglob("*.css")):
        url = sheet.relative_to(site.folder).as_posix()
        css = sheet.read_text("utf-8")
        faults += [f"{url}: {address}" for address in css_addresses(css) if _outside(site, site.address + url, address)]
    return faults


def _fetches(element: Element) -> bool:
    if element.tag == "link":
        return not FETCHING_LINKS.isdisjoint(element.words("rel"))
    if element.tag == "meta":
        return element.attributes.get("http-equiv", "").lower() == "refresh"
    return element.tag not in FOLLOWED_ONLY_BY_READERS or "style" in element.attributes


def _outside(site: BuiltSite, base: str, address: str) -> bool:
    target = urlsplit(urljoin(base, address))
    return target.netloc != urlsplit(site.address).netloc and target.scheme not in {"data", "mailto", "tel"}
