"""From YAML to a tree of text: the part of YAML that a decision may use, and nothing else.

PyYAML's C parser composes nodes and its resolver is left out, so every scalar stays the text that was typed:
``0212000142``, ``12:30`` and ``no`` reach the model as they stand in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # it is where PyYAML's own loaders have it from

from funding.problem import Finding, Severity, Span
from funding.source.syntax import syntax_error
from funding.source.tree import DEEPEST, Tree, TreeBuilder, span_of, too_deep

MOST_VALUES = 40_000
"""Keys and values of one file; a register of two thousand organisations has some twenty thousand."""
MOST_FINDINGS = 100
"""Findings of one file that are kept; a file with more has one cause, not a hundred."""

_SPECIAL = re.compile(r"(?:^|[\s\[{,:-])(?:[&*]\S|!)|^%", re.MULTILINE)
_SIGNS = "&*!%"
"""One of these is in whatever :data:`_SPECIAL` finds; looking for them first is much quicker."""

_DEEP_IN_LINE = re.compile(r"(?:[-?:] +){20}")
_DEEP_INDENT = " " * 100
_MANY_BRACKETS = 200
"""The C parser recurses on its own stack, so a text that could be deep is measured before it is composed."""


class _Parser(CParser):
    """The C parser without a resolver: no node has a guessed type, and composing takes half of the time.

    The parser asks before, after and at every node, some three hundred times a file; a function in C takes any
    question and gives the tag of every node: none.
    """

    descend_resolver = ascend_resolver = resolve = "".format


def compose(text: str) -> yaml.Node | None:
    """Give the root node of a text that :func:`parse` has accepted."""
    return _Parser(text).get_single_node()


def load_texts(path: Path) -> Tree:
    """Read a YAML file of our own as a tree of text.

    Raises:
        ValueError: if the file is no plain YAML; the file is part of the program, so this is a fault of ours.
    """
    tree, findings = parse(path.as_posix(), path.read_text("utf-8"))
    if findings:
        raise ValueError(f"{path}: {findings[0].code} {findings[0].span}")
    return tree


def parse(path: str, text: str) -> tuple[dict[str, Tree] | None, list[Finding]]:
    """Build the tree of text of one file, with everything that is refused on the way.

    Every finding has its span. Without a finding the tree holds no refused value.
    """
    try:
        if _perhaps_special(text) or _perhaps_large(text):
            refused = list(islice(_refused_events(path, text), MOST_FINDINGS))
            if refused:
                return None, refused
        root = compose(text)
    except yaml.MarkedYAMLError as error:
        return None, [syntax_error(path, text, error)]
    if root is None or root.value == "":
        return None, [Finding("empty-file", Severity.ERROR, path, span=Span(1, 1, 1, 1))]
    if not isinstance(root, yaml.MappingNode):
        return None, [Finding("not-a-mapping", Severity.ERROR, path, span=span_of(root))]
    builder = TreeBuilder(path, escapes="\\" in text)
    return builder.build(root), builder.findings[:MOST_FINDINGS]


def _perhaps_special(text: str) -> bool:
    return any(sign in text for sign in _SIGNS) and _SPECIAL.search(text) is not None


def _perhaps_large(text: str) -> bool:
    most = MOST_VALUES // 2
    if len(text) > most and text.count("\n") + text.count(",") + text.count(": ") > most:
        return True
    if text.count("[") + text.count("{") > _MANY_BRACKETS or _DEEP_INDENT in text:
        return True
    return text.count("- ") + ("?" in text and text.count("? ")) >= DEEPEST and _DEEP_IN_LINE.search(text) is not None


def _refused_events(path: str, text: str) -> Iterator[Finding]:
    """Give what is refused without looking at values, and stop where the file is too deep or too large."""
    depth = values = 0
    for event in iter(_Parser(text).get_event, None):
        found = _refused_event(event)
        if found:
            yield Finding(found, Severity.ERROR, path, span=span_of(event))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.ScalarEvent):
            values += 1
        if depth > DEEPEST:
            yield too_deep(path, span_of(event))
            return
        if values > MOST_VALUES:
            yield Finding(
                "too-many-values", Severity.ERROR, path, span=span_of(event), details={"limit": str(MOST_VALUES)}
            )
            return


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
