"""A mend as data: what stands where, and what shall stand there instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A stretch of a text, by its offsets, and what takes its place."""

    start: int
    end: int
    text: str


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Give a text with edits made in it; of two that overlap only the first is made."""
    parts: list[str] = []
    at = 0
    for edit in sorted(set(edits)):
        if edit.start >= at:
            parts += [text[at : edit.start], edit.text]
            at = edit.end
    return "".join([*parts, text[at:]])


Edits: TypeAlias = tuple[Edit, ...]
"""What mends one problem; nothing where there is no safe answer."""
Rewrite: TypeAlias = Callable[[str], str | None]
"""Gives the one right value for a wrong one, if there is one."""
