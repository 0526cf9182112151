"""From bytes to text: UTF-8 only, and no character that a reader cannot see or that turns the text around."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from funding.problem import Finding, Severity, Span

_BOM = "\ufeff"
_ORDINARY = re.compile("[^\t\n\r\x20-\x7e\xa0-\xac\xae-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]")
_REFUSED_CATEGORIES = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_INVISIBLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0e\uffa0\U000e0100-\U000e01ef]"
)
"""Characters that show nothing though their category says letter, mark or symbol; U+FE0F belongs to emoji."""
_USUAL = bytes([*b"\n", *range(0x20, 0x7F)])
_LONE_RETURN = re.compile("\r(?!\n)")
_TAB_INDENT = re.compile("^ *\t", re.MULTILINE)
_MOST_SHOWN = 20


def decode(path: str, data: bytes) -> tuple[str | None, list[Finding]]:
    """Turn the bytes of a file into text with plain line feeds, or say why not.

    Returns the text (``None`` where it cannot be trusted) and what was found; a byte order mark is only a warning.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [Finding("not-utf-8", Severity.ERROR, path, span=_place_of_byte(data, error.start))]
    if _is_clean(data):
        return text, []
    findings: list[Finding] = []
    if text.startswith(_BOM):
        text = text.removeprefix(_BOM)
        findings.append(Finding("byte-order-mark", Severity.WARNING, path, span=Span(1, 1, 1, 1)))
    refused = list(islice(_refused(path, text), _MOST_SHOWN))
    if refused:
        return None, findings + refused
    return text.replace("\r\n", "\n"), findings


def _is_clean(data: bytes) -> bool:
    """Tell in one look of most files that they have no character that is refused or must be looked at."""
    unusual = data.translate(None, _USUAL)
    return b"\r" not in unusual and b"\t" not in unusual and not _ORDINARY.search(unusual.decode("utf-8"))


def hidden_character(text: str) -> str | None:
    """Name the first character of a text that is invisible, unassigned or turns the text around, if any."""
    if "\r" in text:
        return code_point("\r")
    hidden = (match.group() for match in _ORDINARY.finditer(text) if _is_refused(match.group()))
    return next((code_point(character) for character in hidden), None)


def code_point(character: str) -> str:
    """Write a character as ``U+202E``."""
    return f"U+{ord(character):04X}"


def _is_refused(character: str) -> bool:
    return unicodedata.category(character) in _REFUSED_CATEGORIES or bool(_INVISIBLE.match(character))


def _refused(path: str, text: str) -> Iterator[Finding]:
    for match in _ORDINARY.finditer(text):
        if _is_refused(match.group()):
            yield _at(path, text, match.start(), "forbidden-character", character=code_point(match.group()))
    lone = _LONE_RETURN.search(text) if "\r" in text else None
    if lone:
        yield _at(path, text, lone.start(), "lone-carriage-return")
    for match in _TAB_INDENT.finditer(text) if "\t" in text else ():
        yield _at(path, text, match.end() - 1, "tab-indentation")


def _at(path: str, text: str, offset: int, code: str, **details: str) -> Finding:
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    return Finding(code, Severity.ERROR, path, span=Span(line, column, line, column + 1), details=details)


def _place_of_byte(data: bytes, offset: int) -> Span:
    line = data.count(b"\n", 0, offset) + 1
    start = data.rfind(b"\n", 0, offset) + 1
    column = len(data[start:offset].decode("utf-8", "replace")) + 1
    return Span(line, column, line, column + 1)
