"""From bytes to text: UTF-8 only, and no character that a reader cannot see or that turns the text around."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from funding.problem import Finding, Severity, Span

LARGEST_FILE = 256_000
"""Bytes; a decision is some three thousand."""

_BOM = "\ufeff"
_ORDINARY = re.compile("[^\t\n\r\x20-\x7e\xa0-\xac\xae-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]")
_REFUSED_CATEGORIES = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_LONE_RETURN = re.compile("\r(?!\n)")
_TAB_INDENT = re.compile("^ *\t", re.MULTILINE)
_MOST_SHOWN = 20


def decode(path: str, data: bytes) -> tuple[str | None, list[Finding]]:
    """Turn the bytes of a file into text with plain line feeds, or say why not.

    Returns the text (``None`` where it cannot be trusted) and what was found; a byte order mark is only a warning.
    """
    if len(data) > LARGEST_FILE:
        size, limit = f"{len(data) // 1000} kB", f"{LARGEST_FILE // 1000} kB"
        return None, [Finding("file-too-large", Severity.ERROR, path, details={"size": size, "limit": limit})]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [Finding("not-utf-8", Severity.ERROR, path, span=_place_of_byte(data, error.start))]
    findings: list[Finding] = []
    if text.startswith(_BOM):
        text = text.removeprefix(_BOM)
        findings.append(Finding("byte-order-mark", Severity.WARNING, path, span=Span(1, 1, 1, 1)))
    refused = list(_refused(path, text))
    if refused:
        return None, findings + refused
    return text.replace("\r\n", "\n"), findings


def hidden_character(text: str) -> str | None:
    """Name the first character of a text that is invisible, unassigned or turns the text around, if any."""
    for match in _ORDINARY.finditer(text):
        if unicodedata.category(match.group()) in _REFUSED_CATEGORIES:
            return code_point(match.group())
    return None


def code_point(character: str) -> str:
    """Write a character as ``U+202E``."""
    return f"U+{ord(character):04X}"


def _refused(path: str, text: str) -> Iterator[Finding]:
    left = _MOST_SHOWN
    for match in _ORDINARY.finditer(text):
        if unicodedata.category(match.group()) in _REFUSED_CATEGORIES:
            yield _at(path, text, match.start(), "forbidden-character", character=code_point(match.group()))
            left -= 1
            if not left:
                return
    for match in _LONE_RETURN.finditer(text):
        yield _at(path, text, match.start(), "lone-carriage-return")
        return
    for match in _TAB_INDENT.finditer(text):
        yield _at(path, text, match.end() - 1, "tab-indentation")
        left -= 1
        if not left:
            return


def _at(path: str, text: str, offset: int, code: str, **details: str) -> Finding:
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    return Finding(code, Severity.ERROR, path, span=Span(line, column, line, column + 1), details=details)


def _place_of_byte(data: bytes, offset: int) -> Span:
    line = data.count(b"\n", 0, offset) + 1
    start = data.rfind(b"\n", 0, offset) + 1
    column = len(data[start:offset].decode("utf-8", "replace")) + 1
    return Span(line, column, line, column + 1)
