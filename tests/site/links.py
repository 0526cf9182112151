"""Finds the links of a built site that lead nowhere: to no file, to no fragment, or out of the site's own path."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from tests.site.built import BuiltPage, BuiltSite
from tests.site.markup import Element

LINKING = ("href", "src", "poster", "action", "formaction", "data")
ABSOLUTE_IN_META = ("og:url", "og:image")
CSS_ADDRESS = re.compile(r"""url\(\s*["']?([^"')\s]+)|@import\s+["']([^"']+)""")


def addresses(element: Element) -> Iterator[str]:
    """Give every address that an element names, as it is written."""
    for name in LINKING:
        if name in element.attributes:
            yield element.attributes[name]
    for candidate in element.attributes.get("srcset", "").split(","):
        yield from candidate.split()[:1]
    if element.tag == "meta" and element.attributes.get("property") in ABSOLUTE_IN_META:
        yield element.attributes.get("content", "")
    if element.tag == "meta" and element.attributes.get("http-equiv", "").lower() == "refresh":
        yield element.attributes.get("content", "").partition("url=")[2]
    yield from css_addresses(element.attributes.get("style", ""))
    if element.tag == "style":
        yield from css_addresses(element.text)


def css_addresses(css: str) -> Iterator[str]:
    """Give every address that a piece of CSS names."""
    return (match[1] or match[2] for match in CSS_ADDRESS.finditer(css))


def broken_links(site: BuiltSite) -> list[str]:
    """Give one line for each link of the site's pages and style sheets that leads nowhere within the site.

    Links to other hosts are not followed.
    """
    faults: list[str] = []
    anchors: dict[Path, frozenset[str]] = {page.file: page.markup.anchors() for page in site.pages.values()}
    seen: set[tuple[str, str]] = set()
    for page in site.pages.values():
        for element in page.markup.elements:
            for link in addresses(element):
                if (page.url, link) in seen:
                    continue
                seen.add((page.url, link))
                fault = _fault(site, page.address, link, anchors)
                if fault:
                    faults.append(f"{page.url or '/'}:{element.line}: {link}: {fault}")
    for sheet in sorted(site.folder.rglob("*.css")):
        url = sheet.relative_to(site.folder).as_posix()
        for link in css_addresses(sheet.read_text("utf-8")):
            fault = _fault(site, site.address + url, link, anchors)
            if fault:
                faults.append(f"{url}: {link}: {fault}")
    return faults


def internal_links(site: BuiltSite, page: BuiltPage) -> set[str]:
    """Give the urls (relative to the root) of the site's pages that a reader can go to from a page by its links."""
    hrefs = (element.attributes["href"] for element in page.markup.all("a", "area") if "href" in element.attributes)
    targets = {urldefrag(urljoin(page.address, href)).url.partition("?")[0] for href in hrefs}
    return {target.removeprefix(site.address) for target in targets if target.startswith(site.address)} & set(
        site.pages
    )


def _fault(site: BuiltSite, base: str, link: str, anchors: dict[Path, frozenset[str]]) -> str | None:
    target = urlsplit(urljoin(base, link))
    home = urlsplit(site.address)
    if (target.scheme, target.netloc) != (home.scheme, home.netloc):
        return None
    if not target.path.startswith(home.path):
        return f"leads out of {home.path}"
    file = site.file_at(f"{home.scheme}://{home.netloc}{unquote(target.path)}")
    if file is None:
        return "no such file"
    if target.fragment and file in anchors and unquote(target.fragment) not in anchors[file]:
        return "no such fragment"
    return None
