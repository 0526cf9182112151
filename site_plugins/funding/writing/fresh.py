"""A new file written from what it shall say: the canonical form of a tree, with the comments it is given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from funding.problem import KeyPath
from funding.source import SourceFile, Tree
from funding.source.layout import Scalar
from funding.writing.canonical import lines_of
from funding.writing.gathering import Block, Entry, Gathered
from funding.writing.slots import Slot, root_slot

MODELINE: Final = "# yaml-language-server: $schema=../../schema/decision.schema.json"
"""The first line of a decision's file: where editors find what may stand in it."""


def written(tree: Mapping[str, Tree], file: SourceFile, comments: Mapping[KeyPath, str] | None = None) -> str:
    """Write what a file shall say, in its canonical form; reading it gives the same tree.

    A list of one text becomes that text where one may stand alone, as an editor would type it. ``comments`` are lines
    without their sign, by the way of the key or item that each shall stand above. A decision's file gets its first
    line for editors.
    """
    root = _block(tree, root_slot(file), (), comments or {})
    return lines_of("", Gathered([] if file.register else [MODELINE], root), file)


def _block(tree: Tree, slot: Slot, where: KeyPath, comments: Mapping[KeyPath, str]) -> Block:
    entries: list[Entry] = []
    if isinstance(tree, Mapping):
        for key, value in tree.items():
            entries.append(_entry(_scalar(key), value, slot.child(key), (*where, key), comments))
    else:
        entries += [_entry(None, item, slot, (*where, index), comments) for index, item in enumerate(tree)]
    plain = all(isinstance(entry.value, Scalar) for entry in entries)
    flow = plain and (not isinstance(tree, Mapping) or _is_item(where))
    return Block(isinstance(tree, Mapping), flow, entries, [])


def _entry(key: Scalar | None, value: Tree, slot: Slot, where: KeyPath, comments: Mapping[KeyPath, str]) -> Entry:
    leading = [f"# {line}" for line in comments[where].splitlines()] if where in comments else []
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str) and key is not None and slot.many:
        value = value[0]
    if isinstance(value, str):
        return Entry(key, _scalar(value), leading)
    return Entry(key, _block(value, slot, where, comments), leading)


def _is_item(where: KeyPath) -> bool:
    """Tell whether a way leads to the item of a list."""
    return bool(where) and isinstance(where[-1], int)


def _scalar(text: str) -> Scalar:
    return Scalar(text, '"', 0, 0, 0, 0, 0)
