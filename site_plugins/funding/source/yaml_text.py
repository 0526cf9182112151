"""From YAML to a tree of text: the part of YAML that a decision may use, and nothing else.

PyYAML's C parser composes nodes and its resolver is left out, so every scalar stays the text that was typed:
``0212000142``, ``12:30`` and ``no`` reach the model as they stand in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol, TypeAlias

import yaml

from funding.problem import Finding, KeyPath, Severity, Span
from funding.source.characters import hidden_character
from funding.source.syntax import syntax_error

Tree: TypeAlias = Any
"""``str``, ``list[Tree]`` or ``dict[str, Tree]``; typed by the model, which is the next stage."""

DEEPEST = 20
_LOADER = yaml.CBaseLoader
_EMPTY_PLAIN = frozenset({"", "~", "null", "Null", "NULL"})
_SPECIAL = re.compile(r"(?:^|[\s\[\]{},:-])[&*!]\S|^%", re.MULTILINE)
_PERHAPS_DEEP = re.compile(r"^ {100,}|(?:[-?:] +){20}", re.MULTILINE)
_MANY_BRACKETS = 200
"""The C parser recurses on its own stack, so a text that could be deep is measured before it is composed."""


def compose(text: str) -> yaml.Node | None:
    """Give the root node of a text that :func:`parse` has accepted."""
    return yaml.compose(text, Loader=_LOADER)


def load_texts(path: Path) -> Tree:
    """Read a YAML file of our own as a tree of text.

    Raises:
        ValueError: if the file is no plain YAML; the file is part of the program, so this is a fault of ours.
    """
    tree, findings = parse(path.as_posix(), path.read_text("utf-8"))
    if findings:
        raise ValueError(f"{path}: {findings[0].code} {findings[0].span}")
    return tree


def parse(path: str, text: str) -> tuple[Tree | None, list[Finding]]:
    """Build the tree of text of one file, with everything that is refused on the way.

    An empty file has no tree and one finding. A value that is refused is left out; its siblings stay.
    """
    if _SPECIAL.search(text) or _perhaps_deep(text):
        refused = list(_refused_events(path, text))
        if refused:
            return None, refused
    try:
        root = compose(text)
    except yaml.MarkedYAMLError as error:
        return None, [syntax_error(path, text, error)]
    if root is None:
        return None, [Finding("empty-file", Severity.ERROR, path, span=Span(1, 1, 1, 1))]
    if not isinstance(root, yaml.MappingNode):
        return None, [Finding("not-a-mapping", Severity.ERROR, path, span=span_of(root))]
    builder = _Builder(path, escapes="\\" in text)
    return builder.mapping(root, (), 1), builder.findings


class _Mark(Protocol):
    """A place as the parser counts, from 0; its two parsers have a class each."""

    line: int
    column: int


def span_of(node: yaml.Node) -> Span:
    """Give the place of a node in code points from 1."""
    return _span(node.start_mark, node.end_mark)


def _span(start: _Mark | None, end: _Mark | None) -> Span:
    if start is None or end is None:
        raise ValueError("only what was parsed from a text has a place in it")
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _perhaps_deep(text: str) -> bool:
    return text.count("[") + text.count("{") > _MANY_BRACKETS or bool(_PERHAPS_DEEP.search(text))


def _refused_events(path: str, text: str) -> Iterator[Finding]:
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            found = _refused_event(event)
            if found:
                yield Finding(found, Severity.ERROR, path, span=_span(event.start_mark, event.end_mark))
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > DEEPEST:
                    yield _too_deep(path, _span(event.start_mark, event.end_mark))
                    return
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.MarkedYAMLError as error:
        yield syntax_error(path, text, error)


def _refused_event(event: yaml.Event) -> str | None:
    if isinstance(event, yaml.AliasEvent):
        return "alias"
    if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
        return "anchor"
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
        return "tag"
    if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
        return "yaml-directive"
    return None


def _too_deep(path: str, span: Span) -> Finding:
    return Finding("nested-too-deep", Severity.ERROR, path, span=span, details={"limit": str(DEEPEST)})


class _Builder:
    """Walks the nodes of one file once and collects what is refused."""

    def __init__(self, path: str, *, escapes: bool) -> None:
        self.path = path
        self.escapes = escapes
        self.findings: list[Finding] = []

    def mapping(self, node: yaml.MappingNode, where: KeyPath, depth: int) -> dict[str, Tree]:
        built: dict[str, Tree] = {}
        first: dict[str, int] = {}
        for position, (key_node, value_node) in enumerate(node.value):
            if node.flow_style and position and _split_off(key_node, value_node):
                self._refuse_comma(node.value[position - 1], key_node, where)
                continue
            key = self._key(key_node, where)
            if key is None:
                continue
            if key in first:
                line = str(first[key])
                self._refuse("duplicate-key", key_node, (*where, key), key=key, first_line=line)
                continue
            first[key] = key_node.start_mark.line + 1
            value = self._value(value_node, (*where, key), depth, key_node)
            if value is not None:
                built[key] = value
        return built

    def _sequence(self, node: yaml.Node, where: KeyPath, depth: int) -> list[Tree]:
        values = (self._value(child, (*where, index), depth, child) for index, child in enumerate(node.value))
        return [value for value in values if value is not None]

    def _value(self, node: yaml.Node, where: KeyPath, depth: int, place: yaml.Node) -> Tree | None:
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, where, place)
        if depth >= DEEPEST:
            self.findings.append(_too_deep(self.path, span_of(node)))
            return None
        if not node.value:
            self._refuse("empty-value", place, where, key=_last_key(where))
            return None
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, where, depth + 1)
        return self._sequence(node, where, depth + 1)

    def _scalar(self, node: yaml.ScalarNode, where: KeyPath, place: yaml.Node) -> str | None:
        text: str = node.value
        if (not node.style and text in _EMPTY_PLAIN) or not text.strip():
            self._refuse("empty-value", place, where, key=_last_key(where))
            return None
        if self._hidden(node, where):
            return None
        return text

    def _hidden(self, node: yaml.ScalarNode, where: KeyPath) -> bool:
        hidden = hidden_character(node.value) if self.escapes and node.style == '"' else None
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

    def _refuse_comma(self, before: tuple[yaml.Node, yaml.Node], rest: yaml.Node, where: KeyPath) -> None:
        """Refuse a text that a comma splits, unless what stands before it was split off by a comma itself."""
        key, value = before
        if not isinstance(value, yaml.ScalarNode) or _split_off(key, value):
            return
        span = _span(value.start_mark, rest.end_mark)
        space = " " * (rest.start_mark.index > value.end_mark.index + 1)
        details = {"given": f"{value.value},{space}{rest.value}", "key": str(key.value)}
        self.findings.append(
            Finding("comma-splits-value", Severity.ERROR, self.path, (*where, key.value), span=span, details=details)
        )

    def _refuse(self, code: str, node: yaml.Node, where: KeyPath, **details: str) -> None:
        self.findings.append(Finding(code, Severity.ERROR, self.path, where, span=span_of(node), details=details))


def _split_off(key: yaml.Node, value: yaml.Node) -> bool:
    """Tell whether a key of a flow mapping has no colon: it is the rest of a value with a comma in it."""
    return isinstance(key, yaml.ScalarNode) and value.value == "" and value.start_mark.index == key.end_mark.index


def _last_key(where: KeyPath) -> str:
    return next((part for part in reversed(where) if isinstance(part, str)), "")
