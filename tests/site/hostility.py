"""Hostile texts, harmless ones of the same shape, and what live markup would look like in a page."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

from tests.site.markup import Element, Markup
from tests.site.projects import Wording

VALUES = json.loads((Path(__file__).parent / "hostile/values.json").read_text("utf-8"))
HARMLESS_PROSE = "Ett stycke text."
SAFE_ADDRESS = re.compile(r"(?!(javascript|data|vbscript):)", re.IGNORECASE)
EVIL_HOST = re.compile(r"^(https?:)?//evil\.example", re.IGNORECASE)
ADDRESSES = ("href", "src", "action", "formaction", "data", "srcdoc", "content")
NEVER_IN_CONTENT = frozenset({"iframe", "object", "embed", "math", "base", "frame", "applet"})


def hostile_wordings() -> list[Wording]:
    """Give one wording for each hostile plain text, then one for each hostile Markdown text."""
    plain = [Wording(text, HARMLESS_PROSE) for text in VALUES["plain"]]
    return plain + [Wording(f"Prosa {number}", prose) for number, prose in enumerate(VALUES["prose"])]


def harmless_twins() -> list[Wording]:
    """Give the same wordings with every sign that could mean something replaced by a letter."""
    return [Wording(re.sub(r"[^\w\s]", "x", wording.plain), HARMLESS_PROSE) for wording in hostile_wordings()]


def census(markup: Markup) -> Counter[tuple[str, tuple[str, ...]]]:
    """Count a page's elements by tag and names of attributes: what it is made of, whatever it says.

    Decisions are alike by their words, so the list of similar ones is not counted.
    """
    counted: Counter[tuple[str, tuple[str, ...]]] = Counter()
    similar = False
    for element in markup.elements:
        if element.tag in {"h2", "section"}:
            similar = element.attributes.get("id") == "liknande"
        if not similar:
            counted[element.tag, tuple(sorted(element.attributes))] += 1
    return counted


def live(element: Element) -> str | None:
    """Say what is dangerous about an element wherever it stands; None for a harmless one."""
    if element.tag in NEVER_IN_CONTENT:
        return f"<{element.tag}>"
    for name, value in element.attributes.items():
        if name.startswith("on"):
            return f"<{element.tag} {name}={value!r}>"
        if name in ADDRESSES and (not SAFE_ADDRESS.match(value.strip()) or EVIL_HOST.match(value.strip())):
            return f"<{element.tag} {name}={value!r}>"
        if "pwned" in value and name in {"id", "name", "style", "class"}:
            return f"<{element.tag} {name}={value!r}>"
    if (
        element.tag in {"script", "style"}
        and "pwned=1" in element.text
        and "json" not in element.attributes.get("type", "")
    ):
        return f"<{element.tag}>{element.text[:80]}"
    return None
