"""Whether two texts of a file say the same: the same values at the same keys, and the same comments."""

from __future__ import annotations

from collections import Counter

from funding.source import SourceFile, Tree
from funding.source.layout import layout_of
from funding.source.yaml_text import parse
from funding.writing.gathering import comments_of
from funding.writing.slots import Slot, root_slot
from funding.writing.spelling import spelt


def says_the_same(before: str, after: str, file: SourceFile) -> bool:
    """Tell whether two texts of a file have equal values, of whichever spelling and order, and equal comments."""
    (one, faults), (other, new_faults) = parse(file.path, before), parse(file.path, after)
    if Counter(fault.code for fault in faults) != Counter(fault.code for fault in new_faults):
        return False
    return same_values(one, other, root_slot(file)) and comments(before) == comments(after)


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
    layout = layout_of(text)
    return Counter(comment.text for comment in comments_of(text, layout)) if layout else Counter()
