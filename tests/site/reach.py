"""Counts how many clicks a reader without script needs to each page."""

from __future__ import annotations

from tests.site.built import BuiltSite
from tests.site.links import internal_links


def paths_from_start(site: BuiltSite) -> dict[str, list[str]]:
    """Give, for each page that can be reached, the shortest way there: the urls from the start page to it."""
    paths: dict[str, list[str]] = {"": [""]}
    edge = [""]
    while edge:
        following: list[str] = []
        for url in edge:
            for target in sorted(internal_links(site, site.pages[url])):
                if target not in paths:
                    paths[target] = [*paths[url], target]
                    following.append(target)
        edge = following
    return paths
