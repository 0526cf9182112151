"""The content security policy of a page, as its ``<meta>`` carries it: the site's, and the page's own scripts.

What a ``<meta>`` cannot carry belongs to the web server (:func:`funding.exports.policy.policy_header`).
"""

from __future__ import annotations

import base64
import hashlib
from html.parser import HTMLParser

from funding.exports.policy import DIRECTIVES, SCRIPTS, policy_text

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
    return policy_text({SCRIPTS: " ".join([DIRECTIVES[SCRIPTS], *hashes])})


def _hash(source: str) -> str:
    digest = hashlib.sha256(source.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
