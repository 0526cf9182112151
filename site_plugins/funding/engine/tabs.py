"""The navigation as a row of tabs, the same on every page, narrow or wide, with and without scripts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape
from mkdocs.structure.nav import Navigation


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab: its title as safe HTML, where it leads, and the addresses of all pages that it stands for."""

    title: str
    url: str
    covers: tuple[str, ...]


def tabs_of(nav: Navigation) -> tuple[Tab, ...]:
    """Make a tab of each item at the top of the navigation; a section leads to its first page."""
    tabs = []
    for item in nav.items:
        covers = tuple(_addresses(item))
        if covers:
            title = escape(Markup(item.title or "").striptags())  # noqa: S704 - MkDocs' titles are HTML
            tabs.append(Tab(str(title), covers[0], covers))
    return tuple(tabs)


def current_tab(tabs: Sequence[Tab], url: str) -> Tab | None:
    """Give the tab under which a page lies: the one with the longest address that the page's begins with.

    The start page covers only itself.
    """
    longest, current = -1, None
    for tab in tabs:
        for own in tab.covers:
            if len(own) > longest and url.startswith(own) and (own or not url):
                longest, current = len(own), tab
    return current


def _addresses(item: object) -> list[str]:
    children = getattr(item, "children", None)
    if children:
        return [url for child in children for url in _addresses(child)]
    return [str(getattr(item, "url", ""))]
