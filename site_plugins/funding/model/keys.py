"""Every key of the model by its dotted path: what labels, the JSON Schema and the field reference go by."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic.fields import FieldInfo

from funding.model.dates import PrintedDate
from funding.model.decision import Decision
from funding.model.later import Changes
from funding.model.part import Part
from funding.model.registers import ENTRY_TYPES


@dataclass(frozen=True, slots=True)
class Key:
    """One key of one part. ``path`` is where a reader first meets it, such as ``grant.shares.percent``."""

    path: str
    part: type[Part]
    name: str
    field: FieldInfo


@cache
def all_keys() -> tuple[Key, ...]:
    """List every key of decisions, then of the registers, each part once, at its shortest path.

    What an amendment sets has no keys of its own: its paths are those of the decision. The two keys of a date that is
    no exact one stand once, below ``dates``, though every date may have them.
    """
    seen: set[type[Part]] = {Changes}
    found = [*_below(Decision, "", seen), *_below(PrintedDate, "dates.", seen)]
    for name, entry in ENTRY_TYPES.items():
        found += _below(entry, f"{name}.", seen)
    return tuple(found)


def parts_in(annotation: Any) -> Iterator[type[Part]]:
    """Find the parts that a type is made of, such as ``Share`` in a tuple of shares."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for argument in get_args(annotation):
        yield from parts_in(argument)


def _below(top: type[Part], prefix: str, seen: set[type[Part]]) -> Iterator[Key]:
    waiting: deque[tuple[type[Part], str]] = deque([(top, prefix)])
    while waiting:
        part, path = waiting.popleft()
        if part in seen:
            continue
        seen.add(part)
        for attribute, field in part.model_fields.items():
            name = field.alias or attribute
            yield Key(path + name, part, name, field)
            waiting.extend((inner, f"{path}{name}.") for inner in parts_in(field.annotation))
