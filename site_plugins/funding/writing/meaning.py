"""Whether two forms of a file say the same: the same values at the same keys, and the same comments."""

from __future__ import annotations

from collections import Counter

from funding.source import Document, Tree
from funding.source.layout import layout_of
from funding.writing.gathering import comments_of
from funding.writing.slots import Slot, root_slot
from funding.writing.spelling import spelt


def says_the_same(one: Document, other: Document) -> bool:
    """Tell whether two documents have equal values, of whichever spelling and order, and equal comments."""
    if codes(one) != codes(other):
        return False
    return same_values(one.tree, other.tree, root_slot(one.file)) and comments(one.text) == comments(other.text)


def codes(document: Document) -> Counter[str]:
    """Count what is wrong with how a file is written; a byte order mark is no part of its text."""
    return Counter(found.code for found in document.findings if found.code != "byte-order-mark")


def same_values(one: Tree, other: Tree, slot: Slot) -> bool:
    """Tell whether two trees are equal but for the order of keys and the spelling of values."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(
            same_values(value, other[key], slot.child(key)) for key, value in one.items()
        )
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(same_values(*pair, slot) for pair in zip(one, other, strict=True))
    if isinstance(one, str) and isinstance(other, str):
        return one == other or spelt(one, slot.inside()) == spelt(other, slot.inside())
    return one is other


def comments(text: str) -> Counter[str]:
    """Count the comments of a text; none where it has no layout."""
    layout = layout_of(text) if "#" in text else None
    return Counter(comment.text for comment in comments_of(text, layout)) if layout else Counter()
