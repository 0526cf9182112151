"""Files in the simple form that nearly all have: read line by line, without the YAML parser.

The parser makes a node and two marks of every key and value, which takes most of its time; where nothing is wrong
nobody asks for them. What is read here is so narrow a part of YAML that nothing about it is in doubt: a key or an item
a line, texts on one line or in a block, and lists and groups on one line, spaced as ``funding fmt`` spaces them.
Whatever looks otherwise in the least is left to the parser, which also says what is wrong with it.
"""

from __future__ import annotations

import re
from typing import Final

from funding.source.tree import DEEPEST, EMPTY_PLAIN, Tree

_KEY: Final = r"([A-Za-z0-9_][A-Za-z0-9_.-]{0,99}):"
_LINE: Final = re.compile(rf"^( *)(- )?(?:{_KEY}(?: |$))?(.*)$", re.MULTILINE)
"""A line: the spaces before it, the dash of an item, a key, and the rest."""

_QUOTED: Final = r""""([^"\\]+)"|'([^']+)\'"""
_SIGNS: Final = r"[\w ./()§%+;=\u2013-]*+"
_PLAIN: Final = rf"([^\W_]{_SIGNS}(?::[\w/]{_SIGNS})*+(?<! ))"
_ENTRY: Final = re.compile(rf"(?:{_KEY} )?(?:{_PLAIN}|{_QUOTED}|(?=[\[{{]))")
"""An entry of a list or group on one line: its key, and its text in either quotes or in none, or a list or group."""

_BLOCKS: Final = frozenset({"|", "|-", ">", ">-"})
_ONE_QUOTED: Final = re.compile(_QUOTED)
_FIRST: Final = frozenset("(§")
"""What a text without quotes may begin with, besides letters and digits."""

_LONGEST: Final = 40_000
"""Characters: too few for more values than a file may have."""


class _OtherFormError(Exception):
    """The text is not of the simple form; it may be sound all the same."""


def simple_tree(text: str) -> dict[str, Tree] | None:
    """Give the tree of a text of the simple form, which is the one that the parser gives; ``None`` for any other."""
    if len(text) > _LONGEST or "\t" in text or not text.endswith("\n"):
        return None
    try:
        return _Lines(text).whole()
    except _OtherFormError:
        return None


class _Lines:
    """The lines of a text, and the number of the one to be read next; the last is the empty one after the text."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._rows: list[tuple[str, str, str, str]] = _LINE.findall(text)
        self._next = 0

    def whole(self) -> dict[str, Tree]:
        """Read all of it: the keys that stand in the first column."""
        built = self._mapping(0, 1)
        if not built:
            raise _OtherFormError
        return built

    def _mapping(self, column: int, depth: int) -> dict[str, Tree]:
        """Read the keys that stand in a column, each with its value."""
        built: dict[str, Tree] = {}
        while True:
            spaces, dash, key, rest = self._rows[self._next]
            if not key or dash or len(spaces) != column:
                if self._ends(column):
                    return built
                continue
            if key in built:
                raise _OtherFormError
            self._next += 1
            built[key] = rest if _is_plain(rest) else self._value(rest, column, depth)

    def _sequence(self, column: int, depth: int) -> list[Tree]:
        """Read the items whose dashes stand in a column."""
        built: list[Tree] = []
        while True:
            spaces, dash, key, rest = self._rows[self._next]
            if not dash or len(spaces) != column:
                if self._ends(column + 1):
                    return built
            elif key:
                self._rows[self._next] = (f"{spaces}  ", "", key, rest)
                built.append(self._mapping(column + 2, depth + 1))
            elif rest:
                self._next += 1
                built.append(rest if _is_plain(rest) else self._value(rest, column, depth))
            else:
                raise _OtherFormError

    def _value(self, rest: str, column: int, depth: int) -> Tree:
        """Read a value that is no plain text, and that begins on the line of its key or dash, or below it."""
        if not rest:
            return self._below(column, depth)
        if rest[0] in "[{":
            value, end = _on_one_line(rest, 0, depth + 1)
            if end == len(rest):
                return value
        elif rest in _BLOCKS:
            return self._block(rest, column)
        elif match := _ONE_QUOTED.fullmatch(rest):
            return _said(match[1] or match[2])
        raise _OtherFormError

    def _below(self, column: int, depth: int) -> Tree:
        """Read what stands below a key that has nothing on its line: deeper, or a list in the column of the key."""
        while self._passes():
            pass
        spaces, dash, key, _ = self._rows[self._next]
        if depth < DEEPEST // 2:
            if dash and len(spaces) >= column:
                return self._sequence(len(spaces), depth + 1)
            if key and len(spaces) > column:
                return self._mapping(len(spaces), depth + 1)
        raise _OtherFormError

    def _block(self, style: str, column: int) -> str:
        """Read a text of several lines, which are deeper than the ``column`` of its key or dash."""
        rows, lines, begin, last = self._rows, self._lines, self._next, len(self._rows) - 1
        margin = len(rows[begin][0])
        while self._next < last and (len(rows[self._next][0]) >= margin or not lines[self._next]):
            self._next += 1
        content = [line[margin:] for line in lines[begin : self._next]]
        while content and not content[-1]:
            content.pop()
        folded = style[0] == ">"
        if margin <= column or (folded and "" in content) or any(line[:1] == " " for line in content):
            raise _OtherFormError
        text = (" " if folded else "\n").join(content)
        return _said(text if style[-1] == "-" else f"{text}\n")

    def _ends(self, column: int) -> bool:
        """Tell whether what stands in a column, or deeper, is over; an empty line or a comment is passed by."""
        if self._passes():
            return False
        if len(self._rows[self._next][0]) < column or self._next == len(self._rows) - 1:
            return True
        raise _OtherFormError

    def _passes(self) -> bool:
        """Pass by an empty line or a comment, if one is next and not the last of all."""
        _, dash, key, rest = self._rows[self._next]
        passed = not key and not dash and rest[:1] in {"", "#"} and self._next < len(self._rows) - 1
        self._next += passed
        return passed


def _on_one_line(text: str, begin: int, depth: int) -> tuple[Tree, int]:
    """Read a list or a group that begins at a place of a line, and tell where it ends."""
    grouped = text[begin] == "{"
    close = "}" if grouped else "]"
    group: dict[str, Tree] = {}
    items: list[Tree] = []
    at = begin + 1
    while match := _ENTRY.match(text, at):
        key, plain, double, single = match.groups()
        if (key is not None) is not grouped or key in group or plain in EMPTY_PLAIN:
            break
        at = match.end()
        value: Tree = plain or double or single
        if value is None and depth < DEEPEST // 2:
            value, at = _on_one_line(text, at, depth + 1)
        elif not plain:
            value = _said(value)
        if grouped:
            group[key] = value
        else:
            items.append(value)
        if text.startswith(close, at):
            return group or items, at + 1
        if not text.startswith(", ", at):
            break
        at += 2
    raise _OtherFormError


def _is_plain(rest: str) -> bool:
    """Tell whether a value is a text without quotes that ends with its line."""
    first = rest[:1]
    begins = first.isalnum() or first in _FIRST or (first == "-" and rest[1:2].isalnum())
    return begins and ": " not in rest and " #" not in rest and rest[-1] not in ": " and rest not in EMPTY_PLAIN


def _said(text: str | None) -> str:
    """Give a text that says something."""
    if not text or text.isspace():
        raise _OtherFormError
    return text
