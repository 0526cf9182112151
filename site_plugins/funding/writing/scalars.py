"""How a text is written: plain where every reader of YAML takes it for that text, else quoted, or in a block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

LONGEST: Final = 120
"""Characters of a line that is still left as it is."""
WIDTH: Final = 100
"""Characters of a line that a longer one is broken into; the space up to :data:`LONGEST` is left for small changes."""

_RETYPED: Final = re.compile(
    r"~|null|Null|NULL|"
    r"y|Y|n|N|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|true|True|TRUE|false|False|FALSE|"
    r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])*(?:\.[0-9_]*)?|"
    r"[-+]?(?:0x[0-9a-fA-F_]+|0o[0-7]+|0b[01_]+)|"
    r"[-+]?(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?|"
    r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|"
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}.*|"
    r"<<|="
)
"""What YAML 1.1 or 1.2 takes for something else than text. A date alone is left out: it looks the same in both."""
_NUMBER: Final = re.compile(r"0|-?[1-9][0-9]*(?:\.[0-9]*[1-9])?|0\.[0-9]*[1-9]")
_SIGNS: Final = frozenset("-?:,[]{}#&*!|>'\"%@`=")
_LEADING: Final = re.compile(r"[-?:](?=\S)(?!--)")
_INNER: Final = re.compile(r":(?:\s|$)|\s#|[\t\n\r]|^\s|\s$")
_INNER_FLOW: Final = re.compile(r"[,\[\]{}]|:(?:[\s,\[\]{}]|$)|\s#|[\t\n\r]|^\s|\s$")
_ESCAPED: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_SINGLE_SPACE: Final = re.compile(r"(?<=\S) (?=\S)")


def inline(text: str, *, flow: bool = False, number: bool = False, truth: bool = False) -> str:
    """Write a text on one line: plain if it may be, else within quotation marks.

    ``flow`` is for a text within brackets or braces. ``number`` and ``truth`` are for values that a reader may take
    for a number or for true and false without harm.
    """
    if _plain(text, flow=flow) and (
        not _RETYPED.fullmatch(text)
        or (number and _NUMBER.fullmatch(text) is not None)
        or (truth and text in {"true", "false"})
    ):
        return text
    if ('"' in text or "\\" in text) and not any(sign in text for sign in "'\n\t\r"):
        return f"'{text}'"
    return f'"{"".join(_ESCAPED.get(sign, sign) for sign in text)}"'


def filled(text: str, width: int) -> Iterator[str]:
    """Break a text into lines of at most ``width`` characters, where one space stands between two words.

    A word that is longer than that has a line of its own.
    """
    start = 0
    while len(text) - start > width:
        cut = _break_before(text, start, start + width)
        if cut is None:
            break
        yield text[start:cut]
        start = cut + 1
    yield text[start:]


def may_fold(text: str) -> bool:
    """Tell whether a text can be broken over lines without becoming another."""
    return text == text.strip() and not any(sign in text for sign in "\n\t\r") and bool(_SINGLE_SPACE.search(text))


def literal(text: str, indent: int) -> list[str]:
    """Write a text of several lines as a block that keeps them; the first line returned is what follows the key."""
    body = text.rstrip("\n")
    lines = body.split("\n")
    first = next((line for line in lines if line), "")
    header = f"|{'2' if first.startswith(' ') else ''}{'' if text.endswith(chr(10)) else '-'}"
    return [header, *_indented(lines, indent)]


def folded(lines: list[str], indent: int, *, ends: bool) -> list[str]:
    """Write the lines of a text as a block that joins them; one that is too long is broken.

    ``ends`` tells whether the text ends with a line break. The first line returned is what follows the key.
    """
    broken = [part for line in lines for part in _broken(line, indent)]
    first = next((line for line in lines if line), "")
    header = f">{'2' if first.startswith(' ') else ''}{'' if ends else '-'}"
    return [header, *_indented(broken, indent)]


def _broken(line: str, indent: int) -> Iterator[str]:
    if len(line) + indent <= LONGEST or line.startswith((" ", "\t")):
        yield line
    else:
        yield from filled(line, WIDTH - indent)


def _break_before(text: str, start: int, end: int) -> int | None:
    """Give the last single space up to ``end``, else the first one after it."""
    cut = text.rfind(" ", start, end + 1)
    while cut > start:
        if text[cut - 1] != " " and text[cut + 1] != " ":
            return cut
        cut = text.rfind(" ", start, cut)
    later = _SINGLE_SPACE.search(text, end + 1)
    return later.start() if later else None


def _indented(lines: list[str], indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]


def _plain(text: str, *, flow: bool) -> bool:
    if not text or (_INNER_FLOW if flow else _INNER).search(text):
        return False
    if text[0] not in _SIGNS:
        return True
    return (text[0] == "-" or (text[0] in "?:" and not flow)) and _LEADING.match(text) is not None
