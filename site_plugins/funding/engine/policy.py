"""The content security policy of a page, as its ``<meta>`` may carry it.

What a ``<meta>`` cannot carry (``frame-ancestors``, ``sandbox``, reports) belongs to the web server
(W3C, Content Security Policy Level 3, section 3.3).
"""

from __future__ import annotations

import base64
import hashlib
from html.parser import HTMLParser

_BASE = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
_SCRIPT_TYPES = frozenset({"", "module", "text/javascript", "application/javascript"})


class _InlineScripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.sources: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._inside = tag == "script" and "src" not in values and (values.get("type") or "") in _SCRIPT_TYPES
        if self._inside:
            self.sources.append("")

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.sources[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._inside = False


def policy_for(html: str) -> str:
    """Give the policy that lets exactly the inline scripts of ``html`` run, and nothing from another host."""
    found = _InlineScripts()
    found.feed(html)
    found.close()
    hashes = dict.fromkeys(_hash(source) for source in found.sources)
    directives = {**_BASE, "script-src": " ".join([_BASE["script-src"], *hashes])}
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def _hash(source: str) -> str:
    digest = hashlib.sha256(source.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
