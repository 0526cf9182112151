"""Sections of a comment that never grows beyond what a host takes: what is cut is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from funding.changes.markdown import Markdown, joined

LARGEST_COMMENT: Final = 64_000
"""Bytes. GitHub takes 65 536 characters, of which some are written with several bytes."""

Block: TypeAlias = tuple[Markdown, ...]
"""Lines that stand or fall together."""

_LARGEST_BLOCK: Final = 6_000


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, lines that always follow it, and blocks of which the last may be left out.

    ``room`` is how many bytes the blocks may take; ``more`` says how many were left out.
    """

    head: Block
    blocks: Sequence[Block]
    room: int
    more: Callable[[int], Markdown]

    def text(self, room: int | None = None) -> Markdown:
        """Write as many blocks as there is room for; a section without blocks is nothing."""
        if not self.blocks:
            return Markdown("")
        left = self.room if room is None else room
        lines: list[Markdown] = [*self.head]
        for number, block in enumerate(self.blocks):
            kept = _clipped(block)
            left -= sum(len(line.encode()) + 1 for line in kept)
            if left < 0:
                lines += (Markdown(""), self.more(len(self.blocks) - number))
                break
            lines += kept
        return joined("\n", lines)


def assembled(before: Sequence[Section], main: Section, after: Sequence[Section]) -> Markdown:
    """Put sections together; the one in the middle gets the room that the others leave."""
    first, last = ([text for section in sections if (text := section.text())] for sections in (before, after))
    taken = sum(len(text.encode()) + 2 for text in (*first, *last))
    middle = main.text(LARGEST_COMMENT - taken - _LARGEST_BLOCK)
    return joined("\n\n", (*first, *([middle] if middle else []), *last))


def _clipped(block: Block) -> Block:
    """Cut a block that is larger than any should be."""
    size = 0
    for number, line in enumerate(block):
        size += len(line.encode()) + 1
        if size > _LARGEST_BLOCK:
            return (*block[:number], Markdown("- …"))
    return block
