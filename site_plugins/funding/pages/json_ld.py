"""JSON-LD by schema.org 30.0 for pages in general, safe inside a script element."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from markupsafe import Markup

Node: TypeAlias = dict[str, Any]
CONTEXT = "https://schema.org"
_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def script_text(nodes: Sequence[Node]) -> Markup:
    """Write nodes as the text of a JSON-LD script; no sign in it can end the script or begin markup."""
    graph = {"@context": CONTEXT, "@graph": [without_gaps(node) for node in nodes]}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_UNSAFE))  # noqa: S704 - the signs that could do harm are written as escapes


def without_gaps(node: Node) -> Node:
    """Leave out what is not known: ``None`` and empty lists, at any depth."""
    kept = {key: _kept(value) for key, value in node.items()}
    return {key: value for key, value in kept.items() if value not in (None, [], ())}


def web_page(address: str, title: str, description: str, lang: str, kind: str = "WebPage") -> Node:
    """Describe a page that is about no single decision."""
    return {
        "@type": kind,
        "@id": address,
        "url": address,
        "name": title,
        "description": description,
        "inLanguage": lang,
    }


def breadcrumb_list(steps: Iterable[tuple[str, str]]) -> Node:
    """Describe the way from the start page: (name, absolute address) of each step."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": address}
            for place, (name, address) in enumerate(steps, start=1)
        ],
    }


def _kept(value: Any) -> Any:
    if isinstance(value, dict):
        return without_gaps(value)
    if isinstance(value, list | tuple):
        return [_kept(item) for item in value]
    return value
