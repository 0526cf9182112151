"""What is written together: every key or item with its value and the comments that belong to it.

A comment of its own line belongs to the key below it; where an empty line parts it from that key but not from the one
above, to the one above; and where it is indented deeper than the key below, to the block that it stands in.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from funding.source.layout import Mapping, Node, Scalar, Sequence, scalars_of

_COMMENT: Final = re.compile(r"(?:^|(?<=\s))#[^\n]*")
_BLOCK_HEADER: Final = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\n]*)")
_MODELINE: Final = re.compile(r"#\s*(?:yaml-language-server:|vim?:|-\*-|SPDX-)")
_BLANK: Final = ""


@dataclass(slots=True)
class Entry:
    """A key with its value, or an item, which has no key.

    ``leading`` are the comments above it and ``foot`` those below it, ``""`` for an empty line; ``trailing`` is the
    comment beside it.
    """

    key: Scalar | None
    value: Scalar | Block
    leading: list[str]
    trailing: str | None = None
    foot: list[str] = field(default_factory=list)

    @property
    def commented(self) -> bool:
        """Whether a comment belongs to it or to something in it."""
        inside = isinstance(self.value, Block) and self.value.commented
        return inside or bool(self.leading or self.trailing or self.foot)


@dataclass(slots=True)
class Block:
    """A mapping or a list. ``foot`` are the comments at its end that belong to the whole."""

    mapping: bool
    flow: bool
    entries: list[Entry]
    foot: list[str]

    @property
    def commented(self) -> bool:
        """Whether there is a comment in it."""
        return bool(self.foot) or any(entry.commented for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Gathered:
    """A whole file; ``header`` stands above its first key whichever that is."""

    header: list[str]
    root: Block


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment with its place, from 0; ``alone`` tells whether nothing stands before it on its line."""

    text: str
    start: int
    line: int
    column: int
    alone: bool


def gather(text: str, root: Mapping) -> Gathered:
    """Give what is written together in a file's text, whose layout is ``root``."""
    gatherer = _Gatherer(text, root)
    block = gatherer.block(root, len(text) + 1, -1)
    first = block.entries[0]
    header, first.leading = _header(gatherer.before_first)
    return Gathered(header, block)


def comments_of(text: str, root: Node) -> list[Comment]:
    """Give every comment of a text, in order; what looks like one within a value is none."""
    return list(_comments(text, root)) if "#" in text else []


def _comments(text: str, root: Node) -> Iterator[Comment]:
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    at = 0
    for scalar in [*scalars_of(root), None]:
        end = scalar.start if scalar else len(text)
        for match in _COMMENT.finditer(text, at, end):
            yield _comment(text, starts, match.start(), match.group())
        if scalar is None:
            return
        at = max(at, scalar.end)
        if scalar.style in {"|", ">"} and (header := _BLOCK_HEADER.match(text, scalar.start, scalar.end)):
            yield _comment(text, starts, header.start(1), header.group(1))


def _comment(text: str, starts: list[int], start: int, written: str) -> Comment:
    line = bisect_right(starts, start) - 1
    return Comment(written.rstrip(), start, line, start - starts[line], not text[starts[line] : start].strip())


Place: TypeAlias = int


class _Gatherer:
    """Walks a layout once; takes each comment when what it belongs to is known."""

    def __init__(self, text: str, root: Mapping) -> None:
        self.before_first: list[str] = []
        self._text = text
        self._lines = text.split("\n")
        self._comments = comments_of(text, root)
        self._taken = 0
        self._line = -1  # the last line that is accounted for

    def block(self, node: Mapping | Sequence, limit: Place, outer: int) -> Block:
        """Gather a mapping or list that ends before ``limit``; ``outer`` is the column of the block around it."""
        children: list[tuple[Scalar | None, Node]]
        children = list(node.entries) if isinstance(node, Mapping) else [(None, item) for item in node.items]
        starts = [(key or value).start for key, value in children]
        ends = [*starts[1:], limit] if starts else []
        entries: list[Entry] = []
        for (key, value), start, end in zip(children, starts, ends, strict=True):
            above = self._gap(self._take(start), (key or value).line)
            if entries:
                entries[-1].foot, above = _parted(above)
            elif outer < 0 and not self.before_first:
                self.before_first, above = above, []
            else:
                above = _without_first_blank(above)
            entries.append(self._entry(key, value, above, min(end, limit), node.column))
        if node.flow:
            foot = self._gap(self._take(node.end), node.end_line)
        else:
            foot = self._gap(self._take_deeper(limit, outer), None)
        return Block(isinstance(node, Mapping), node.flow, entries, foot)

    def _entry(self, key: Scalar | None, value: Node, above: list[str], limit: Place, column: int) -> Entry:
        if key is not None:
            self._line = key.end_line
        trailing = self._beside(limit if isinstance(value, Scalar) else _first(value).start)
        if isinstance(value, Scalar):
            between = [comment.text for comment in self._take(value.start)]
            self._line = _last_line(self._text, value)
            beside = self._beside(limit, value.line)
            entry = Entry(key, value, [*above, *between], trailing or beside)
            if trailing and beside:
                entry.leading.append(beside)
            return entry
        between = [comment.text for comment in self._take(value.start)] if value.flow else []
        block = self.block(value, limit if not value.flow else value.end, column)
        if value.flow:
            self._line = value.end_line
            beside = self._beside(limit)
            if trailing and beside:
                between.append(beside)
            trailing = trailing or beside
        return Entry(key, block, [*above, *between], trailing)

    def _beside(self, limit: Place, header: int = -1) -> str | None:
        """Take the comment on the line that was read last, or on the line of a block's header."""
        if self._taken < len(self._comments):
            comment = self._comments[self._taken]
            if comment.start < limit and not comment.alone and comment.line in {self._line, header}:
                self._taken += 1
                return comment.text
        return None

    def _take(self, before: Place) -> list[Comment]:
        first = self._taken
        if first == len(self._comments):
            return []
        while self._taken < len(self._comments) and self._comments[self._taken].start < before:
            self._taken += 1
        return self._comments[first : self._taken]

    def _take_deeper(self, before: Place, outer: int) -> list[Comment]:
        first = self._taken
        while self._taken < len(self._comments):
            comment = self._comments[self._taken]
            if comment.start >= before or comment.column <= outer or not comment.alone:
                break
            self._taken += 1
        return self._comments[first : self._taken]

    def _gap(self, comments: list[Comment], bottom: int | None) -> list[str]:
        """Give comments as lines, with one empty line where there is at least one."""
        lines: list[str] = []
        for comment in comments:
            if self._blank_before(comment.line):
                lines.append(_BLANK)
            lines.append(comment.text)
            self._line = comment.line
        if bottom is not None and self._blank_before(bottom):
            lines.append(_BLANK)
        return lines

    def _blank_before(self, line: int) -> bool:
        return line > self._line + 1 and any(not between.strip() for between in self._lines[self._line + 1 : line])


def _header(lines: list[str]) -> tuple[list[str], list[str]]:
    """Part what stands above the first key into what stays there and what belongs to that key."""
    lines = _without_first_blank(lines)
    count = len(lines) - lines[::-1].index(_BLANK) if _BLANK in lines else 0
    while count < len(lines) and _MODELINE.match(lines[count]):
        count += 1
    return lines[:count], lines[count:]


def _parted(lines: list[str]) -> tuple[list[str], list[str]]:
    """Part what stands between two keys into what belongs to the upper and what belongs to the lower."""
    if _BLANK not in lines:
        return [], lines
    first = lines.index(_BLANK)
    return lines[:first], lines[first:]


def _without_first_blank(lines: list[str]) -> list[str]:
    return lines[1:] if lines[:1] == [_BLANK] else lines


def _first(node: Mapping | Sequence) -> Node:
    """Give the first key or item of a block; of one in brackets the whole."""
    if node.flow:
        return node
    return node.entries[0][0] if isinstance(node, Mapping) else node


def _last_line(text: str, scalar: Scalar) -> int:
    if scalar.style in {"|", ">"}:
        return scalar.line + text[scalar.start : scalar.end].rstrip().count("\n")
    return scalar.end_line
