"""Links of hand-written pages to what the site makes: ``[the project](decision:2024/x)``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser


@dataclass(frozen=True, slots=True)
class UnknownLink:
    """A link that points at nothing; ``path`` is the hand-written page, from the documents' folder."""

    path: str
    link: str


class _Links(HTMLParser):
    """Finds the start tags with an ``href`` of our kinds: where they stand, and the link."""

    def __init__(self, kinds: frozenset[str], html: str) -> None:
        super().__init__()
        self.found: list[tuple[int, str, str]] = []
        self._kinds = kinds
        self._line_starts = [0]
        for line in html.split("\n"):
            self._line_starts.append(self._line_starts[-1] + len(line) + 1)
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        link = dict(attrs).get("href") or ""
        if tag == "a" and link.partition(":")[0] in self._kinds:
            line, column = self.getpos()
            self.found.append((self._line_starts[line - 1] + column, self.get_starttag_text() or "", link))


def resolve(
    html: str,
    path: str,
    *,
    kinds: frozenset[str],
    targets: Mapping[str, str],
    relative: Callable[[str], str],
) -> tuple[str, list[UnknownLink]]:
    """Replace the links of ``kinds`` in a page's HTML; those that are unknown stay, and are given back.

    ``targets`` maps ``kind:id`` to an address relative to the site's root, ``relative`` makes that relative to
    the page. A fragment is kept.
    """
    unknown: list[UnknownLink] = []
    pieces: list[str] = []
    rest = 0
    for start, tag, link in _Links(kinds, html).found:
        name, hash_mark, fragment = link.partition("#")
        if name not in targets:
            unknown.append(UnknownLink(path, link))
            continue
        address = relative(targets[name]) + hash_mark + fragment
        pieces += (html[rest:start], _with_href(tag, link, address))
        rest = start + len(tag)
    return "".join([*pieces, html[rest:]]), unknown


def _with_href(tag: str, old: str, new: str) -> str:
    href = re.compile(rf"""(\bhref\s*=\s*["']?){re.escape(escape(old))}""", re.IGNORECASE)
    return href.sub(lambda found: found[1] + escape(new), tag, count=1)
