"""One line of a file with a mark under the fault, as wide as a terminal shows it and free of personal data."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from funding.personal import BLOT, blot
from funding.problem import Problem

WIDEST: Final = 100
"""Columns of a line that are shown; a longer line is cut around the fault."""

PERSONAL: Final = frozenset(
    {"personal-number", "email-address", "phone-number", "account-number", "organisation-number-personal"}
)
"""Problems whose place itself is not to be shown."""

_TAB: Final = 4
_CUT: Final = "…"
_UNSEEN: Final = "\N{REPLACEMENT CHARACTER}"
_NO_WIDTH: Final = frozenset({"Mn", "Me"})
_NOT_SHOWN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A line as shown, and below it spaces up to the fault and carets under it."""

    line: str
    mark: str


def shown_lines(text: str, problems: Iterable[Problem]) -> list[str]:
    """Give the lines of a file as they may be shown: without personal data, every character in its place.

    ``problems`` are those of the file: what was found to be personal in spite of its spelling is hidden too.
    """
    lines = blot(text).split("\n")
    for problem in problems:
        if problem.code in PERSONAL and problem.line <= len(lines):
            line = lines[problem.line - 1]
            start, end = _stretch(line, problem)
            lines[problem.line - 1] = line[:start] + BLOT[0] * (end - start) + line[end:]
    return lines


def frame(lines: list[str], problem: Problem) -> Frame | None:
    """Give the line of a problem with its mark; ``None`` where there is nothing to show, as in an empty file."""
    if problem.line > len(lines) or not lines[problem.line - 1].strip():
        return None
    line = lines[problem.line - 1].rstrip()
    start, end = _stretch(line, problem)
    left, right = max(0, start - WIDEST), start + 2 * WIDEST
    cells = _cells(line[left:right])
    start, end = start - left, min(end, right) - left
    first, last = _window(cells, start, max(end, start + 1))
    before = _CUT if first or left else ""
    after = _CUT if last < len(cells) or right < len(line) else ""
    indent = len(before) + _width(cells[first:start])
    carets = max(1, _width(cells[start : min(end, last)]))
    return Frame(before + "".join(cells[first:last]) + after, " " * indent + "^" * carets)


def _stretch(line: str, problem: Problem) -> tuple[int, int]:
    """Give where on its first line a problem begins and ends, from 0."""
    start = min(problem.column - 1, len(line))
    return start, len(line) if problem.end_line > problem.line else min(problem.end_column - 1, len(line))


def _cells(line: str) -> list[str]:
    """Give what is shown for each character; a tab becomes spaces, what cannot be seen a mark."""
    shown: list[str] = []
    column = 0
    for character in line:
        cell = character
        if character == "\t":
            cell = " " * (_TAB - column % _TAB)
        elif unicodedata.category(character) in _NOT_SHOWN:
            cell = _UNSEEN
        shown.append(cell)
        column += _width([cell])
    return shown


def _window(cells: list[str], start: int, end: int) -> tuple[int, int]:
    """Choose which characters of a line are shown: all, or as many as fit around the fault."""
    if _width(cells) <= WIDEST:
        return 0, len(cells)
    first = last = min(start, len(cells))
    room = WIDEST - 2
    while last < min(end, len(cells)) and room >= _width([cells[last]]):
        room -= _width([cells[last]])
        last += 1
    while room > 0 and (first > 0 or last < len(cells)):
        if first > 0:
            first -= 1
            room -= _width([cells[first]])
        if last < len(cells) and room > 0:
            room -= _width([cells[last]])
            last += 1
    return first, last


def _width(cells: list[str]) -> int:
    return sum(_columns(character) for cell in cells for character in cell)


def _columns(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
