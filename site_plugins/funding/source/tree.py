"""From YAML nodes to a tree of text, with every value that is refused on the way."""

from __future__ import annotations

import re
from typing import Any, Protocol, TypeAlias

import yaml

from funding.problem import Finding, KeyPath, Severity, Span
from funding.source.characters import hidden_character

Tree: TypeAlias = Any
"""``str``, ``list[Tree]`` or ``dict[str, Tree]``; typed by the model, which is the next stage.

A value that is refused stands as ``""``, which is never a value, so that what comes after it keeps its place.
"""

REFUSED = ""
DEEPEST = 20
"""Levels of one file, the file itself the first."""

_DECIMALS = re.compile(r"[0-9]+,[0-9]{1,2}")
_EMPTY_PLAIN = frozenset({"", "~", "null", "Null", "NULL"})


class _Mark(Protocol):
    """A place as the parser counts, from 0; its two parsers have a class each."""

    line: int
    column: int


def span_of(node: yaml.Node | yaml.Event) -> Span:
    """Give the place of a node or event in code points from 1."""
    return _span(node.start_mark, node.end_mark)


def too_deep(path: str, span: Span) -> Finding:
    """Make the finding of a value that lies deeper than :data:`DEEPEST`."""
    return Finding("nested-too-deep", Severity.ERROR, path, span=span, details={"limit": str(DEEPEST)})


class TreeBuilder:
    """Walks the nodes of one file once and collects what is refused.

    ``escapes`` tells whether the text has a backslash at all: only then can a quoted text hide a character.
    """

    def __init__(self, path: str, *, escapes: bool) -> None:
        self.findings: list[Finding] = []
        self._path = path
        self._escapes = escapes

    def build(self, root: yaml.MappingNode) -> dict[str, Tree]:
        """Build the tree of a whole file."""
        return self._mapping(root, (), 1)

    def _mapping(self, node: yaml.MappingNode, where: KeyPath, depth: int) -> dict[str, Tree]:
        built: dict[str, Tree] = {}
        first: dict[str, yaml.Node] = {}
        for position, (key_node, value_node) in enumerate(node.value):
            if node.flow_style and position and _split_off(key_node, value_node):
                self._refuse_comma(node.value[position - 1], key_node, where, built)
                continue
            key = key_node.value if _is_name(key_node) else self._key(key_node, where)
            if key is None:
                continue
            if key in first:
                line = str(first[key].start_mark.line + 1)
                self._refuse("duplicate-key", key_node, (*where, key), key=key, first_line=line)
                continue
            first[key] = key_node
            if self._is_plain_text(value_node):
                built[key] = value_node.value
            else:
                built[key] = self._value(value_node, (*where, key), depth, key_node)
        return built

    def _sequence(self, node: yaml.Node, where: KeyPath, depth: int) -> list[Tree]:
        return [
            child.value if self._is_plain_text(child) else self._value(child, (*where, index), depth, child)
            for index, child in enumerate(node.value)
        ]

    def _value(self, node: yaml.Node, where: KeyPath, depth: int, place: yaml.Node) -> Tree:
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, where, place)
        if depth >= DEEPEST:
            self.findings.append(too_deep(self._path, span_of(node)))
            return REFUSED
        if not node.value:
            self._refuse("empty-value", place, where, key=_last_key(where))
            return REFUSED
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, where, depth + 1)
        return self._sequence(node, where, depth + 1)

    def _is_plain_text(self, node: yaml.Node) -> bool:
        """Tell in one look of most values that there is nothing about them to refuse."""
        if type(node) is not yaml.ScalarNode:
            return False
        text = node.value
        return not self._escapes and text not in _EMPTY_PLAIN and not text.isspace()

    def _scalar(self, node: yaml.ScalarNode, where: KeyPath, place: yaml.Node) -> str:
        text: str = node.value
        if (not node.style and text in _EMPTY_PLAIN) or not text.strip():
            self._refuse("empty-value", place, where, key=_last_key(where))
            return REFUSED
        return REFUSED if self._hidden(node, where) else text

    def _hidden(self, node: yaml.ScalarNode, where: KeyPath) -> bool:
        hidden = hidden_character(node.value) if self._escapes and node.style == '"' else None
        if hidden:
            self._refuse("forbidden-character", node, where, character=hidden)
        return hidden is not None

    def _key(self, node: yaml.Node, where: KeyPath) -> str | None:
        if not isinstance(node, yaml.ScalarNode) or node.style in {"|", ">"}:
            self._refuse("key-not-text", node, where)
            return None
        key: str = node.value
        if not node.style and key == "<<":
            self._refuse("merge-key", node, where)
            return None
        if not key.strip():
            self._refuse("key-not-text", node, where)
            return None
        return None if self._hidden(node, where) else key

    def _refuse_comma(
        self, before: tuple[yaml.Node, yaml.Node], rest: yaml.Node, where: KeyPath, built: dict[str, Tree]
    ) -> None:
        """Refuse a text that a comma splits, unless what stands before it was split off by a comma itself."""
        key, value = before
        if not (isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode)) or _split_off(key, value):
            return
        span = _span(value.start_mark, rest.end_mark)
        space = " " * (rest.start_mark.index > value.end_mark.index + 1)
        details = {"given": f"{value.value},{space}{rest.value}", "key": key.value}
        if _DECIMALS.fullmatch(details["given"]):
            details["meant"] = details["given"].replace(",", ".")
        where = (*where, key.value)
        built[key.value] = REFUSED
        self.findings.append(
            Finding("comma-splits-value", Severity.ERROR, self._path, where, span=span, details=details)
        )

    def _refuse(self, code: str, node: yaml.Node, where: KeyPath, **details: str) -> None:
        self.findings.append(Finding(code, Severity.ERROR, self._path, where, span=span_of(node), details=details))


def _span(start: _Mark | None, end: _Mark | None) -> Span:
    if start is None or end is None:
        raise ValueError("only what was parsed from a text has a place in it")
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _is_name(node: yaml.Node) -> bool:
    """Tell in one look of most keys that there is nothing about them to refuse."""
    return type(node) is yaml.ScalarNode and not node.style and node.value.isidentifier()


def _split_off(key: yaml.Node, value: yaml.Node) -> bool:
    """Tell whether a key of a flow mapping has no colon: it is the rest of a value with a comma in it."""
    return isinstance(key, yaml.ScalarNode) and value.value == "" and value.start_mark.index == key.end_mark.index


def _last_key(where: KeyPath) -> str:
    return next((part for part in reversed(where) if isinstance(part, str)), "")
