"""Mends of what a file is made of: bytes, invisible signs, line ends and tabs."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Final

from funding.source.document import document_of
from funding.writing.mends.edit import Edit, Edits, applied
from funding.writing.mends.spot import Spot

_LEGACY: Final = "cp1252"
_LEGACY_SIGNS: Final = frozenset("åäöÅÄÖéÉèüÜæøØÆ§½«»´–—‘’“”".encode(_LEGACY))
"""Bytes of signs that Swedish texts of old Windows programs hold, and that mean nothing else in old Mac ones."""

_DROPPED: Final = frozenset("\u00ad\u200b\u200e\u200f\u2060\ufeff")
"""Signs without width that only say where a line may end or which way the text runs."""

_LATIN: Final = str.maketrans(
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0455\u0458"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u03bd\u03c1",
    "ABEKMHOPCTYXaeopcyxisjABEZHIKMNOPTYXovp",
)
"""The letters that Cyrillic and Greek ones look like."""

_TAB_INDENT: Final = re.compile("^ *\t[ \t]*", re.MULTILINE)
_WIDTHS: Final = (2, 4, 8)


def without_mark(data: bytes) -> bytes | None:
    """Take the byte order mark away."""
    return data.removeprefix(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else None


def from_legacy(data: bytes) -> bytes | None:
    """Read a file that an old Windows program saved, if every sign of it is one that such a Swedish text holds."""
    foreign = {byte for byte in data if byte > 0x7F}  # noqa: PLR2004 - the last byte of ASCII
    return data.decode(_LEGACY).encode() if foreign and foreign <= _LEGACY_SIGNS else None


def invisible(spot: Spot) -> Edits:
    """Take a sign without width away; one that may mean something stays."""
    return (Edit(spot.start, spot.end, ""),) if spot.layout.text[spot.start : spot.end] in _DROPPED else ()


def look_alikes(spot: Spot) -> Edits:
    """Write a word in Latin letters, if each of its others looks like one."""
    right = spot.layout.text[spot.start : spot.end].translate(_LATIN)
    latin = all(unicodedata.name(letter, "").startswith("LATIN") for letter in right)
    return (Edit(spot.start, spot.end, right),) if latin else ()


def lone_return(spot: Spot) -> Edits:
    """End the line as YAML does itself there."""
    text = spot.layout.text
    return tuple(Edit(match.start(), match.end(), "\n") for match in re.finditer("\r(?!\n)", text))


def tabs(spot: Spot) -> Edits:
    """Indent with spaces, if every width of a tab that gives a readable file gives the same one."""
    text = spot.layout.text
    readable: dict[str, Edits] = {}
    for width in _WIDTHS:
        edits = tuple(
            Edit(match.start(), match.end(), match.group().expandtabs(width)) for match in _TAB_INDENT.finditer(text)
        )
        data = applied(text, edits).encode()
        document = document_of(spot.layout.file, data, len(data))
        if document.tree is not None and not document.findings:
            readable.setdefault(repr(document.tree), edits)
    return next(iter(readable.values())) if len(readable) == 1 else ()
