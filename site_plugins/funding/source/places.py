"""Where a value stands in its file, looked up only for files that have problems."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

import yaml

from funding.problem import KeyPath, Span
from funding.source.tree import span_of
from funding.source.yaml_text import compose

_START = Span(1, 1, 1, 1)
_Step = tuple[yaml.Node, yaml.Node]


class Places:
    """The places of one file's values; composes the file's nodes once and forgets them with itself."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._steps: dict[int, Mapping[str, _Step] | Sequence[_Step]] = {}

    @cached_property
    def _root(self) -> yaml.Node | None:
        try:
            return compose(self._text)
        except yaml.YAMLError:  # the file was read once and has changed since
            return None

    def locate(self, where: KeyPath, *, at_key: bool = False) -> Span:
        """Give the place of the value at ``where``, or of its key.

        A part of the way that is not in the file means the nearest parent that is: its key, or for the whole
        file the first key. A list written as one value is that value. A block of keys or items is shown at its key,
        one that is an item itself at its first key.
        """
        node = self._root
        if not isinstance(node, yaml.MappingNode) or not node.value:
            return _START
        key: yaml.Node = node.value[0][0]
        for part in where:
            step = self._step(node, part)
            if step is None:
                if isinstance(node, yaml.ScalarNode) or (part == 0 and isinstance(node, yaml.MappingNode)):
                    continue
                return span_of(key)
            key, node = step
        place = key if at_key or _is_block(node) else node
        while _is_block(place):
            place = place.value[0][0] if isinstance(place, yaml.MappingNode) else place.value[0]
        return span_of(place)

    def plain_values(self) -> list[tuple[KeyPath, Span]]:
        """List every plain scalar value with its way and place, in the order of the file."""
        found: list[tuple[KeyPath, Span]] = []
        stack: list[tuple[KeyPath, yaml.Node]] = [((), self._root)] if self._root else []
        while stack:
            where, node = stack.pop()
            if isinstance(node, yaml.MappingNode):
                stack.extend(((*where, key.value), value) for key, value in reversed(node.value))
            elif isinstance(node, yaml.SequenceNode):
                stack.extend(((*where, index), child) for index, child in reversed(list(enumerate(node.value))))
            elif isinstance(node, yaml.ScalarNode) and not node.style:
                found.append((where, span_of(node)))
        return found

    def _step(self, node: yaml.Node, part: str | int) -> _Step | None:
        """Go from a node to the value of a key or to an item; with its key, or the item itself."""
        if id(node) not in self._steps:
            self._steps[id(node)] = _steps_from(node)
        steps = self._steps[id(node)]
        if isinstance(steps, Mapping):
            return steps.get(str(part))
        return steps[part] if isinstance(part, int) and part < len(steps) else None


def _is_block(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def _steps_from(node: yaml.Node) -> Mapping[str, _Step] | Sequence[_Step]:
    if isinstance(node, yaml.MappingNode):
        return {key.value: (key, value) for key, value in reversed(node.value) if isinstance(key, yaml.ScalarNode)}
    return [(item, item) for item in node.value] if isinstance(node, yaml.SequenceNode) else []


def span_between(text: str, start: int, end: int) -> Span:
    """Give the place of a stretch of a text, from its offsets."""
    starts = _line_starts(text)
    line, end_line = bisect_right(starts, start), bisect_right(starts, end)
    return Span(line, start - starts[line - 1] + 1, end_line, end - starts[end_line - 1] + 1)


@lru_cache(maxsize=1)
def _line_starts(text: str) -> Sequence[int]:
    """Give where each line begins; kept for one text, of which thousands of places may be asked for."""
    return [0, *(found.end() for found in re.finditer("\n", text))]
