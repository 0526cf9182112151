"""The canonical form of a file: one order of keys, one way of writing each value, every comment where it belongs.

Whether a value is one or a list, in brackets or on lines of its own, ``|`` or ``>``, stays as it was typed, where it
has room. A line of text is broken only where it is too long, so that a small change stays a small change.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from funding.source import SourceFile
from funding.source.layout import Mapping, Scalar
from funding.writing.gathering import Block, Entry, Gathered, gather
from funding.writing.scalars import LONGEST, folded, inline, literal, may_fold
from funding.writing.slots import Slot, root_slot
from funding.writing.spelling import spelt

_STEP: Final = 2
"""Spaces for each level."""

_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})


def canonical(text: str, layout: Mapping, file: SourceFile) -> str:
    """Write the text of a file in its canonical form; ``layout`` is that of the text."""
    return lines_of(text, gather(text, layout), file)


def lines_of(text: str, gathered: Gathered, file: SourceFile) -> str:
    """Write a file from what is written together in it; ``text`` is where its ``>`` texts are as they were typed."""
    lines = [*gathered.header, *_Writer(text).block(gathered.root, root_slot(file), 0)]
    return "\n".join(lines) + "\n"


class _Writer:
    """Writes what was gathered from one text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def block(self, block: Block, slot: Slot, indent: int) -> list[str]:
        """Write a mapping or list on lines of its own."""
        lines: list[str] = []
        before: Entry | None = None
        for entry, inner in _ordered(block, slot):
            leading = entry.leading
            if before is None:
                leading = leading[1:] if leading[:1] == [""] else leading
            elif before.foot and leading[:1] != [""]:
                leading = ["", *leading]
            lines += _comments(leading, indent)
            lines += self._entry(entry, inner, indent)
            lines += _comments(entry.foot, indent)
            before = entry
        apart = [""] if before and before.foot and block.foot[:1] not in ([], [""]) else []
        return [*lines, *apart, *_comments(block.foot, indent)]

    def _entry(self, entry: Entry, slot: Slot, indent: int) -> list[str]:
        start = " " * indent + (f"{_key(entry.key.text)}:" if entry.key else "-")
        beside = f"  {entry.trailing}" if entry.trailing else ""
        if isinstance(entry.value, Scalar):
            first, *rest = self._scalar(entry.value, slot.inside(), len(start), indent + _STEP)
            return [f"{start} {first}{beside}" if first else f"{start}{beside}", *rest]
        if (entry.value.flow and not entry.value.commented) or not entry.value.entries:
            line = f"{start} {self._flow(entry.value, slot)}"
            if len(line) <= LONGEST or not entry.value.entries:
                return [f"{line}{beside}"]
        if entry.key:
            return [f"{start}{beside}", *self.block(entry.value, slot, indent + _STEP)]
        hoisted = [*([entry.trailing] if entry.trailing else []), *_hoisted(entry.value, slot)]
        first, *rest = self.block(entry.value, slot, indent + _STEP)
        return [*_comments(hoisted, indent), f"{start} {first.lstrip(' ')}", *rest]

    def _flow(self, block: Block, slot: Slot) -> str:
        parts = [self._flow_entry(entry, inner) for entry, inner in _ordered(block, slot)]
        return f"{{{', '.join(parts)}}}" if block.mapping else f"[{', '.join(parts)}]"

    def _flow_entry(self, entry: Entry, slot: Slot) -> str:
        if isinstance(entry.value, Block):
            value = self._flow(entry.value, slot)
        else:
            value = _inline(entry.value, slot.inside(), flow=True)
        return f"{_key(entry.key.text, flow=True)}: {value}" if entry.key else value

    def _scalar(self, scalar: Scalar, slot: Slot, column: int, indent: int) -> list[str]:
        """Write a value: what follows the key, then lines of its own."""
        if scalar.style in {"|", ">"} and scalar.text.strip():
            return self._lines(scalar, slot, indent)
        if _is_null(scalar):
            return [scalar.text]
        text = spelt(scalar.text, slot)
        line = _written(text, slot)
        if slot.folds and "\n" in text and "\t" not in text and "\r" not in text:
            return literal(text, indent)
        if slot.folds and column + 1 + len(line) > LONGEST and may_fold(text):
            return folded([text], indent, ends=False)
        return [line]

    def _lines(self, scalar: Scalar, slot: Slot, indent: int) -> list[str]:
        body, ends = scalar.text.rstrip("\n"), scalar.text.endswith("\n")
        if scalar.style == ">":
            return folded(self._typed_lines(scalar), indent, ends=ends)
        if slot.folds and len(body) + indent > LONGEST and may_fold(body):
            return folded([body], indent, ends=ends)
        return literal(scalar.text, indent)

    def _typed_lines(self, scalar: Scalar) -> list[str]:
        """Give the lines of a ``>`` text as they were typed, without their indentation."""
        lines = self._text[scalar.start : scalar.end].rstrip().split("\n")[1:]
        first = next(line for line in lines if line.strip())
        content = scalar.text.lstrip("\n")
        indent = len(first) - len(first.lstrip(" ")) - (len(content) - len(content.lstrip(" ")))
        return [line[indent:] for line in lines]


def _ordered(block: Block, slot: Slot) -> list[tuple[Entry, Slot]]:
    """Give the entries with their slots in the order of the model; unknown keys come last.

    Free keys, as those of a register, stay in the order that they were typed in.
    """
    entries = [(entry, slot.child(entry.key.text) if entry.key else slot) for entry in block.entries]
    return entries if slot.keyed or not block.mapping else sorted(entries, key=_rank)


def _rank(entry: tuple[Entry, Slot]) -> tuple[int, ...]:
    return entry[1].rank


def _hoisted(block: Block, slot: Slot) -> list[str]:
    """Take the comments above the first entry of a list's item, which has no room for them beside its dash."""
    first, inner = _ordered(block, slot)[0]
    taken = [line for line in first.leading if line]
    first.leading = []
    if first.key is None and isinstance(first.value, Block):
        taken += _hoisted(first.value, inner) if first.value.entries else []
    return taken


def _comments(lines: list[str], indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]


@lru_cache(maxsize=4096)
def _key(text: str, *, flow: bool = False) -> str:
    return inline(text, flow=flow, number=True)


def _inline(scalar: Scalar, slot: Slot, *, flow: bool) -> str:
    return scalar.text if _is_null(scalar) else _written(spelt(scalar.text, slot, flow=flow), slot, flow=flow)


def _written(text: str, slot: Slot, *, flow: bool = False) -> str:
    return inline(text, flow=flow, number=slot.number, truth=slot.truth)


def _is_null(scalar: Scalar) -> bool:
    return not scalar.style and scalar.text in _NULLS
