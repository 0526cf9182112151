"""Mends of what YAML cannot read, or reads as something else than was typed: nearly always quotation marks."""

from __future__ import annotations

import re
from typing import Final

from funding.model.keys import all_keys
from funding.model.parsing import INTERNAL
from funding.source.layout import Scalar
from funding.writing.mends.edit import Edit, Edits
from funding.writing.mends.removal import without
from funding.writing.mends.spot import Spot, tree_at
from funding.writing.scalars import inline
from funding.writing.slots import known_keys
from funding.writing.spelling import spelt

_LINE: Final = re.compile(
    r"(?P<before>[ ]*(?:- +)*(?:[^\s:#\"'\[{-][^:#]*:(?: +|$))?)(?P<text>\S.*?)(?P<after>(?:\s+#(?:\s.*)?)?\s*)$"
)
_NO_COLON: Final = re.compile(r"(?P<before>[ ]*(?:- +)*)(?P<key>[a-z_]+)(?P<between>:(?=\S)| +)(?P<text>\S.*)$")
_KEY_IN_TEXT: Final = re.compile(r"([a-z_]+):(?: |$)")
_NEXT_PIECE: Final = re.compile(r"\s*,\s*([^,:{}\[\]\"'#\n]+?)(?=\s*[,}])")
_NOT_QUOTED: Final = "\"'[{|>&*!"


def quoted(spot: Spot) -> Edits:
    """Quote the text of a line that has a sign in it which YAML takes for its own."""
    start, line = spot.layout.line(spot.problem.line)
    match = _LINE.match(line)
    if not match or match["text"][0] in _NOT_QUOTED or _goes_on(spot, line):
        return ()
    first = _KEY_IN_TEXT.match(match["text"])
    if first and first[1] in _names():
        return ()
    return (Edit(start + match.start("text"), start + match.end("text"), _within_quotes(match["text"])),)


def quoted_whole(spot: Spot) -> Edits:
    """Quote a text that begins with a quotation but goes on after it."""
    start, line = spot.layout.line(spot.problem.line)
    match = _LINE.match(line)
    if not match or match["text"][0] not in "\"'" or "\\" in match["text"] or _goes_on(spot, line):
        return ()
    return (Edit(start + match.start("text"), start + match.end("text"), _within_quotes(match["text"])),)


def joined(spot: Spot) -> Edits:
    """Quote a value in braces that its comma splits; an amount of decimals gets a point instead."""
    text, end = spot.layout.text, spot.end
    slot = next((step.slot for step in spot.layout.steps if step.node.start == spot.start), None)
    around = next((step for step in reversed(spot.layout.steps) if step.node.start == spot.start), None)
    if slot is None or around is None or not isinstance(around.node, Scalar) or around.node.style:
        return ()
    while match := _NEXT_PIECE.match(text, end):
        end = match.end()
    parent = spot.layout.at(*around.where[:-1])
    sisters = known_keys(parent.slot) if parent else ()
    pieces = [piece.strip() for piece in text[spot.start : end].split(",")]
    if any(piece in sisters for piece in pieces[1:]):
        return ()
    given = text[spot.start : end]
    right = spelt(given, slot.inside(), flow=True)
    return (Edit(spot.start, end, inline(right, flow=True, number=slot.number)),)


def colon(spot: Spot) -> Edits:
    """Write the colon and the space after a word that is a key."""
    start, line = spot.layout.line(spot.problem.line)
    match = _NO_COLON.match(line)
    if not match or match["key"] not in _names():
        return ()
    return (Edit(start + match.start("between"), start + match.end("between"), ": "),)


def escape(spot: Spot) -> Edits:
    """Double a backslash that begins no sign, where it is the only one of its line."""
    start, line = spot.layout.line(spot.problem.line)
    if line.count("\\") != 1:
        return ()
    at = start + line.index("\\")
    return (Edit(at, at, "\\"),)


def directive(spot: Spot) -> Edits:
    """Take the line away that says which YAML it is; nothing that we read depends on it."""
    start, line = spot.layout.line(spot.problem.line)
    return (Edit(start, start + len(line) + 1, ""),) if line.startswith("%YAML") else ()


def ended(spot: Spot) -> Edits:
    """Take away a line that begins another document, where none follows."""
    match = re.search(r"\n(?:---|\.\.\.)[ \t]*\s*\Z", spot.layout.text)
    return (Edit(match.start(), match.end(), "\n"),) if match else ()


def repeated(spot: Spot) -> Edits:
    """Take away a key that says once more what it has said."""
    step = spot.keyed
    if step is None:
        return ()
    same = [other for other in spot.layout.steps if other.where == step.where]
    return without(spot.layout, step) if tree_at(same[0].node) == tree_at(step.node) and same[0] is not step else ()


def _within_quotes(text: str) -> str:
    """Quote a text even where another place would not need it."""
    written = inline(text)
    return written if written != text else inline(text, flow=True) if inline(text, flow=True) != text else f'"{text}"'


def _goes_on(spot: Spot, line: str) -> bool:
    """Tell whether something belongs to the text of a line that stands below it."""
    _, below = spot.layout.line(spot.problem.line + 1)
    if below == line or not below.strip() or below.lstrip().startswith("#"):
        return False
    return len(below) - len(below.lstrip(" ")) > len(line) - len(line.lstrip(" -"))


def _names() -> frozenset[str]:
    """Give the names of all keys."""
    return frozenset(key.name for key in all_keys() if not key.name.startswith(INTERNAL))
