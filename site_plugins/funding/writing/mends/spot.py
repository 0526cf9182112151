"""One problem of one file, with what stands there and what may stand there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from funding.labels import Words
from funding.problem import KeyPath, Problem
from funding.register import Register
from funding.source import SourceFile, Tree
from funding.source.layout import Mapping, Node, Scalar, Sequence, layout_of
from funding.writing.gathering import Comment, comments_of
from funding.writing.mends.edit import Edit, Edits
from funding.writing.scalars import inline
from funding.writing.slots import Slot, root_slot


@dataclass(frozen=True, slots=True)
class Known:
    """What mends may look up beyond the file: all that is sound in the project, and the words of every language."""

    register: Register
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A value in a file: its way, its key (an item has none), the node around it with its place there, its slot."""

    where: KeyPath
    key: Scalar | None
    node: Node
    parent: Mapping | Sequence
    index: int
    slot: Slot
    flow: bool


class Layout:
    """A file's text with the places of all its values, found once for all its problems."""

    def __init__(self, text: str, file: SourceFile) -> None:
        self.text = text
        self.file = file
        self.root = layout_of(text)

    @cached_property
    def steps(self) -> list[Step]:
        """Every value, in the order of the file."""
        return list(_steps(self.root, root_slot(self.file), (), flow=False)) if self.root else []

    @cached_property
    def comments(self) -> list[Comment]:
        """Every comment, in the order of the file."""
        return comments_of(self.text, self.root) if self.root else []

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        while (found := self.text.find("\n", starts[-1])) >= 0:
            starts.append(found + 1)
        return starts

    def offset(self, line: int, column: int) -> int:
        """Give the offset of a place, which counts from 1."""
        return min(self._line_starts[min(line, len(self._line_starts)) - 1] + column - 1, len(self.text))

    def line(self, number: int) -> tuple[int, str]:
        """Give where a line starts, from 1, and what stands on it."""
        start = self._line_starts[min(number, len(self._line_starts)) - 1]
        end = self.text.find("\n", start)
        return start, self.text[start : end if end >= 0 else len(self.text)]

    def at(self, *where: str | int) -> Step | None:
        """Give the value at a way."""
        return next((step for step in self.steps if step.where == where), None)


@dataclass(frozen=True)
class Spot:
    """A problem with its place in the layout of its file."""

    problem: Problem
    layout: Layout
    known: Known

    @property
    def start(self) -> int:
        """The offset where the problem begins."""
        return self.layout.offset(self.problem.line, self.problem.column)

    @property
    def end(self) -> int:
        """The offset behind the problem."""
        return self.layout.offset(self.problem.end_line, self.problem.end_column)

    @property
    def value(self) -> Step | None:
        """The value that the problem is about, where it is marked itself; a list of one item means the item."""
        found = [step for step in self.layout.steps if (step.node.start, step.node.end) == (self.start, self.end)]
        return found[-1] if found else None

    @property
    def keyed(self) -> Step | None:
        """The value whose key is marked."""
        return next(
            (
                step
                for step in self.layout.steps
                if step.key and (step.key.start, step.key.end) == (self.start, self.end)
            ),
            None,
        )

    def respelt(self, right: str | None) -> Edits:
        """Replace the marked value by another text, if there is one and it is no text of several lines."""
        step = self.value
        if right is None or step is None or not isinstance(step.node, Scalar) or step.node.style in {"|", ">"}:
            return ()
        if right == step.node.text:
            return ()
        slot = step.slot.inside()
        return (
            Edit(step.node.start, step.node.end, inline(right, flow=step.flow, number=slot.number, truth=slot.truth)),
        )

    @property
    def text(self) -> str | None:
        """The marked value's text."""
        step = self.value
        return step.node.text if step and isinstance(step.node, Scalar) else None


def tree_at(node: Node) -> Tree:
    """Give what a node says, without its form."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: tree_at(value) for key, value in node.entries}
    return [tree_at(item) for item in node.items]


def _steps(node: Node, slot: Slot, where: KeyPath, *, flow: bool) -> Iterator[Step]:
    if isinstance(node, Mapping):
        for index, (key, value) in enumerate(node.entries):
            inner = slot.child(key.text)
            inside = flow or node.flow
            yield Step((*where, key.text), key, value, node, index, inner, inside)
            yield from _steps(value, inner, (*where, key.text), flow=inside)
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            inside = flow or node.flow
            yield Step((*where, index), None, item, node, index, slot, inside)
            yield from _steps(item, slot, (*where, index), flow=inside)
