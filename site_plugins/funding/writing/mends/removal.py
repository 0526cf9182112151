"""Taking a key or an item away, with its lines, and nothing else: where a comment would go with it, it stays."""

from __future__ import annotations

from funding.source.layout import Mapping, Node, Scalar, Sequence
from funding.writing.mends.edit import Edit, Edits
from funding.writing.mends.spot import Layout, Step


def without(layout: Layout, step: Step | None) -> Edits:
    """Take a value away, and what holds nothing else; nothing where a comment stands with it."""
    while step is not None and len(_children(step.parent)) == 1:
        step = layout.at(*step.where[:-1])
    if step is None:
        return ()
    start, end = _stretch(layout, step)
    above = layout.text.rfind("\n", 0, max(0, layout.text.rfind("\n", 0, start))) + 1
    near = layout.text[above:start].split("\n")[0]
    if near.lstrip().startswith("#") and not step.parent.flow:
        return ()
    return () if any(start <= comment.start < end for comment in layout.comments) else (Edit(start, end, ""),)


def _stretch(layout: Layout, step: Step) -> tuple[int, int]:
    children = _children(step.parent)
    last = step.index == len(children) - 1
    if not last and (step.parent.flow or not _has_line(layout, step)):
        return children[step.index][0], children[step.index + 1][0]
    if step.parent.flow:
        return children[step.index - 1][1], children[step.index][1]
    start = layout.text.rfind("\n", 0, children[step.index][0]) + 1
    end = _content_end(layout.text, step.node)
    line_end = layout.text.find("\n", end)
    return start, line_end + 1 if line_end >= 0 else len(layout.text)


def _has_line(layout: Layout, step: Step) -> bool:
    """Tell whether a key or item of a block begins a line of its own, but for its dash."""
    start = _children(step.parent)[step.index][0]
    before = layout.text[layout.text.rfind("\n", 0, start) + 1 : start]
    return not before.strip() if step.key else before.strip() == "-"


def _children(node: Mapping | Sequence) -> list[tuple[int, int]]:
    if isinstance(node, Mapping):
        return [(key.start, value.end) for key, value in node.entries]
    return [(item.start, item.end) for item in node.items]


def _content_end(text: str, node: Node) -> int:
    """Give the offset behind the last sign of a value; a block's own end lies behind the lines that follow it."""
    if isinstance(node, Scalar):
        return node.start + len(text[node.start : node.end].rstrip()) if node.style in {"|", ">"} else node.end
    if node.flow:
        return node.end
    last = node.entries[-1][1] if isinstance(node, Mapping) else node.items[-1]
    return _content_end(text, last)
