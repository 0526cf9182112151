"""A word mixes Latin letters with Cyrillic or Greek ones that look the same; it reads right and is never found.

PASS:
    title: Cykelbanor i Norrby
FAIL:
    title: Cykelbanor i N\N{CYRILLIC SMALL LETTER O}rrby  # its first o is a Cyrillic one
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from funding.judging.rule import Fault, Rule
from funding.problem import Severity
from funding.source import Document, span_between

_FOREIGN: Final = re.compile(
    "[\u0400-\u04ff\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u03bd\u03c1]"
)
"""Cyrillic letters, and those Greek ones that look like Latin; others, as in \N{GREEK SMALL LETTER MU}m, are meant."""

_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f]")
_WORD: Final = re.compile(r"[^\W\d_]+")


def check(document: Document) -> Iterator[Fault]:
    """Find every such word; a word that is Cyrillic or Greek throughout is a foreign one."""
    if _is_western(document.text) or not _FOREIGN.search(document.text):
        return
    for match in _WORD.finditer(document.text):
        foreign = _FOREIGN.search(match[0])
        if foreign and _LATIN.search(match[0]):
            details = {"given": match[0], "letter": foreign[0], "point": f"U+{ord(foreign[0]):04X}"}
            yield Fault(details=details, span=span_between(document.text, *match.span()))


def _is_western(text: str) -> bool:
    """Tell quickly that a text has no such letter, which is so of almost all."""
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return True


RULE = Rule("look-alike-letters", Severity.WARNING, check)
