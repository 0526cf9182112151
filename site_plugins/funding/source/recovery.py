"""What can be read of a file that cannot be read as a whole: its other top-level keys.

A key that begins in the first column begins a block, and a block is read alone: what is wrong with one is wrong with
that one only, and stands where it is, however far the parser of the whole would have run on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from funding.problem import Finding, Span
from funding.source.characters import decode
from funding.source.tree import REFUSED, Tree
from funding.source.yaml_text import MOST_FINDINGS, parse

_KEY: Final = re.compile(r"(?P<quote>[\"']?)(?P<key>[^\W\d][^:\"'#]*|[0-9]{4})(?P=quote):(?: |$)")
_WORD: Final = re.compile(r"[^\W\d]\w*")
_NO_VALUE: Final = re.compile(r"[^:]+:\s*(?:#.*)?")
_NO_CHARACTER: Final = "\N{REPLACEMENT CHARACTER}"
"""Stands for bytes that are no characters."""
_OF_THE_WHOLE: Final = frozenset(
    {"empty-file", "not-a-mapping", "several-documents", "yaml-directive", "nested-too-deep", "too-many-values"}
)
"""What is wrong with a whole file rather than with a place in it."""


@dataclass(frozen=True, slots=True)
class Remains:
    """What is left of a file without its broken blocks.

    ``tree`` holds every key that is known; one whose block is broken is refused and named in ``lost``. ``text`` has
    empty lines in place of the broken ones. ``words`` are all words of the broken blocks, which may be keys that have
    slipped; ``strays`` are those that begin a line as keys do.
    """

    tree: dict[str, Tree]
    text: str
    lost: frozenset[str]
    words: frozenset[str]
    strays: frozenset[str]

    @property
    def ways_lost(self) -> frozenset[tuple[str]]:
        """The way to each lost key."""
        return frozenset((key,) for key in self.lost)


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines from ``start`` up to ``end``, from 0. ``key`` is none where the first line has no key to be read."""

    start: int
    end: int
    lines: tuple[str, ...]

    @property
    def key(self) -> str | None:
        match = _KEY.match(self.lines[0])
        return match["key"].strip() if match else None

    @property
    def says_nothing(self) -> bool:
        return not any(line.strip() and not line.lstrip().startswith("#") for line in self.lines)

    @property
    def lacks_value(self) -> bool:
        """Whether it is a key alone, whose value may have slipped into the next block."""
        return bool(_NO_VALUE.fullmatch(self.lines[0])) and replace(self, lines=self.lines[1:]).says_nothing

    @property
    def strays(self) -> frozenset[str]:
        """The first words of lines in the first column that have no key to be read."""
        rest = self.lines if self.key is None else self.lines[1:]
        return frozenset(_first_word(line) for line in rest if line[:1] not in {"", " ", "#", "-", "]", "}"})


def _first_word(line: str) -> str:
    match = _WORD.search(line)
    return match[0] if match else ""


def recover(
    path: str, text: str, refused: Sequence[Finding], *, trusted: bool = True
) -> tuple[Remains | None, list[Finding]]:
    """Give what remains of a file that is refused, and all that is wrong with its form.

    Every one of ``refused`` has its span. A text that is not ``trusted`` holds characters that it must not: where they
    are, nothing is read.
    """
    blocks = _blocks(text)
    if len(blocks) == 1 or _is_of_whole(refused):
        return None, list(refused)
    faults = _faults(path, blocks, refused, trusted=trusted)
    broken = [block for block in blocks if block in faults]
    found = [one for block in broken for one in faults[block]][:MOST_FINDINGS]
    broken += [before for before, block in pairwise(blocks) if block in faults and before.lacks_value]
    rest = _blanked(text, broken)
    tree, more = parse(path, rest)
    if tree is None:
        return None, list(refused)
    lost = frozenset(block.key for block in broken if block.key is not None and block.key not in tree)
    words = frozenset(_WORD.findall("\n".join(line for block in broken for line in block.lines)))
    strays = frozenset(stray for block in broken for stray in block.strays)
    return Remains(tree | dict.fromkeys(lost, REFUSED), rest, lost, words, strays), [*found, *more][:MOST_FINDINGS]


def _faults(
    path: str, blocks: Iterable[_Block], refused: Sequence[Finding], *, trusted: bool
) -> dict[_Block, list[Finding]]:
    """Give the findings of each broken block, as it is alone or else as the whole file says."""
    said = {
        block: [one for one in refused if one.span and block.start < one.span.line <= block.end] for block in blocks
    }
    if trusted:
        alone = {block: _alone(path, block) for block in blocks}
        broken = {block: said[block] if _is_of_whole(found) else found for block, found in alone.items() if found}
        return broken if any(broken.values()) else {block: found for block, found in said.items() if found}
    spoilt = {block for block in blocks if _is_spoilt(path, block)}
    alone = {block: [] if block in spoilt else _alone(path, block) for block in blocks}
    return {block: said[block] or alone[block] for block in blocks if block in spoilt or alone[block]}


def _is_of_whole(found: Iterable[Finding]) -> bool:
    return any(one.code in _OF_THE_WHOLE for one in found)


def _is_spoilt(path: str, block: _Block) -> bool:
    text = "\n".join(("", *block.lines))
    return _NO_CHARACTER in text or decode(path, text.encode())[0] is None


def _alone(path: str, block: _Block) -> list[Finding]:
    """Give what keeps a block from being read by itself."""
    if block.says_nothing:
        return []
    tree, found = parse(path, "\n".join(block.lines))
    return [_moved(one, block.start) for one in found] if tree is None else []


def _moved(found: Finding, lines: int) -> Finding:
    if found.span is None:
        raise ValueError(f"{found.code} has no place")
    span = found.span
    return replace(found, span=Span(span.line + lines, span.column, span.end_line + lines, span.end_column))


def _blocks(text: str) -> list[_Block]:
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if _KEY.match(line)]
    bounds = [0, *(start for start in starts if start), len(lines)]
    return [_Block(start, end, tuple(lines[start:end])) for start, end in pairwise(bounds)]


def _blanked(text: str, blocks: Iterable[_Block]) -> str:
    lines = text.split("\n")
    for block in blocks:
        lines[block.start : block.end] = [""] * (block.end - block.start)
    return "\n".join(lines)
