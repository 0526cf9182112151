"""JSON-LD by schema.org 30.0 for pages in general, safe inside a script element."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from markupsafe import Markup

from funding.pages.format import marked

Node: TypeAlias = dict[str, Any]
CONTEXT = "https://schema.org"
_UNSAFE = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def script_text(nodes: Sequence[Node]) -> Markup:
    """Write nodes as the text of a JSON-LD script."""
    return in_script({"@context": CONTEXT, "@graph": nodes})


def in_script(data: Any) -> Markup:
    """Write data as JSON that can stand in a script element: no sign in it can end the script or begin markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign, escaped in _UNSAFE.items():
        text = text.replace(sign, escaped)
    return marked(text)


def make_node(kind: str, id_: str | None = None, **values: Any) -> Node:
    """Make a node of a type; what is not known (``None``, an empty list) is left out."""
    node: Node = {"@type": kind} if id_ is None else {"@type": kind, "@id": id_}
    node.update({name: value for name, value in values.items() if value is not None and value != []})
    return node


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
            {"@type": "ListItem", "position": place, "name": name, "item": {"@id": address}}
            for place, (name, address) in enumerate(steps, start=1)
        ],
    }
