"""Compares a built site's sitemap with its pages."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import xmlschema

from tests.site.built import BuiltSite

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def schema_faults(sitemap: Path, schema: Path) -> list[str]:
    """Give what the sitemap schema (sitemaps.org 0.9) has against a sitemap."""
    return [str(error) for error in xmlschema.XMLSchema(schema, allow="local").iter_errors(sitemap)]


def canonical_faults(site: BuiltSite) -> list[str]:
    """Give one line for each listed page without one canonical address, its own."""
    faults = []
    for page in site.pages.values():
        given = [link.attributes.get("href") for link in page.markup.all("link") if "canonical" in link.words("rel")]
        if page.listed and given != [page.address]:
            faults.append(f"{page.url or '/'}: canonical {given}")
    return faults


def listing_faults(site: BuiltSite) -> list[str]:
    """Give one line for each address that only the sitemap has, or only the pages that search engines may list."""
    listed = [loc.text or "" for loc in ET.parse(site.folder / "sitemap.xml").iter(LOC)]  # noqa: S314 - built by us
    pages = {page.address for page in site.pages.values() if page.listed}
    return [
        *(f"twice in the sitemap: {address}" for address in sorted(set(listed)) if listed.count(address) > 1),
        *(f"only in the sitemap: {address}" for address in sorted(set(listed) - pages)),
        *(f"not in the sitemap: {address}" for address in sorted(pages - set(listed))),
    ]
