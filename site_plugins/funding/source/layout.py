"""How a file is written: its keys and values with their form and place, for whoever writes it anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

from funding.problem import KeyPath
from funding.source.yaml_text import compose


@dataclass(slots=True)
class Scalar:
    """A text. ``style`` is ``|``, ``>``, a quotation mark, or nothing where it is plain.

    ``start`` and ``end`` are offsets in the text of the file, the end exclusive; ``line`` and ``column`` count from 0.
    The end of a ``|`` or ``>`` text lies behind its last line break.
    """

    text: str
    style: str
    start: int
    end: int
    line: int
    end_line: int
    column: int


@dataclass(slots=True)
class Mapping:
    """Keys with their values, in the order of the file; ``flow`` is the form in braces. Places as in Scalar."""

    entries: list[tuple[Scalar, Node]]
    flow: bool
    start: int
    end: int
    line: int
    end_line: int
    column: int


@dataclass(slots=True)
class Sequence:
    """A list; ``flow`` is the form in brackets. Places as in Scalar."""

    items: list[Node]
    flow: bool
    start: int
    end: int
    line: int
    end_line: int
    column: int


Node: TypeAlias = Scalar | Mapping | Sequence


def layout_of(text: str) -> Mapping | None:
    """Give the layout of a file's text, which was read without a fault of syntax.

    ``None`` where the file is no mapping, or where a key is no text on one line.
    """
    try:
        root = compose(text)
        layout = _node(root) if root is not None else None
    except (yaml.YAMLError, _NoTextKeyError):
        return None
    return layout if isinstance(layout, Mapping) else None


def scalars_of(node: Node) -> Iterator[Scalar]:
    """Give every text of a node, keys too, in the order of the file."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield key
            yield from scalars_of(value)
    else:
        for item in node.items:
            yield from scalars_of(item)


def steps_of(node: Node, where: KeyPath = ()) -> Iterator[tuple[KeyPath, Scalar | None, Node]]:
    """Give every value below a node with its way and its key, in the order of the file; an item has no key."""
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield (*where, key.text), key, value
            yield from steps_of(value, (*where, key.text))
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield (*where, index), None, item
            yield from steps_of(item, (*where, index))


class _NoTextKeyError(ValueError):
    """A key is a list, a group or a text of several lines."""


def _node(node: Any) -> Node:
    start, end = node.start_mark, node.end_mark
    place = (start.index, end.index, start.line, end.line, start.column)
    if isinstance(node, yaml.ScalarNode):
        return Scalar(node.value, node.style or "", *place)
    if isinstance(node, yaml.MappingNode):
        return Mapping([(_key(key), _node(value)) for key, value in node.value], bool(node.flow_style), *place)
    return Sequence([_node(item) for item in node.value], bool(node.flow_style), *place)


def _key(node: yaml.Node) -> Scalar:
    key = _node(node)
    if not isinstance(key, Scalar) or key.style in {"|", ">"}:
        raise _NoTextKeyError
    return key
