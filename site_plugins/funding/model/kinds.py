"""Of what kind the values of a key are: what who shows a value of any key goes by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from typing import Any, Final, get_args

from funding.model.dates import PartialDate, PrintedDate
from funding.model.decision import Decision
from funding.model.keys import all_keys, parts_in
from funding.model.later import Changes
from funding.model.money import Amount
from funding.model.parsing import NotStated
from funding.model.part import Part
from funding.model.registers import ENTRY_TYPES
from funding.source import RegisterName


class ValueKind(StrEnum):
    """How a value is to be read."""

    MONEY = "money"
    PERCENT = "percent"
    TRUTH = "truth"
    DATE = "date"
    WORD = "word"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class KeyKind:
    """What stands behind a path.

    ``label`` is the path that the key's words go by, ``name`` the key itself. ``part`` is what its values are made of,
    where they have keys of their own; ``vocabulary`` the words that it takes; ``usual`` what holds where it is absent.
    """

    label: str
    name: str
    kind: ValueKind
    part: type[Part] | None = None
    vocabulary: type[Enum] | None = None
    usual: str | bool | None = None


_PERCENT: Final = "percent"


def kind_at(part: type[Part], path: str) -> KeyKind:
    """Give what a dotted path below a part leads to; the name of an item or a year leads nowhere else than its list.

    What a later decision sets goes by the paths of a decision. A path that starts with no key of the part, as a file
    with errors may have, leads to a text.
    """
    part = Decision if part is Changes else part
    first, *rest = path.split(".")
    if first not in _keys(part):
        return KeyKind(path, path, ValueKind.TEXT)
    found = _keys(part)[first]
    for step in rest:
        if found.part is Changes:
            return kind_at(Changes, path.partition(f"{found.name}.")[2])
        if found.part and step in _keys(found.part):
            found = _keys(found.part)[step]
    return found


def decision_kind(path: str) -> KeyKind:
    """Give what a dotted path of a decision leads to."""
    return kind_at(Decision, path)


def entry_kind(register: RegisterName, path: str) -> KeyKind:
    """Give what a dotted path of a register's entry leads to."""
    return kind_at(ENTRY_TYPES[register], path)


@cache
def _labels() -> dict[tuple[type[Part], str], str]:
    return {(key.part, key.name): key.path for key in all_keys()}


@cache
def _keys(part: type[Part]) -> dict[str, KeyKind]:
    labels = _labels()
    return {
        name: replace(_kind(labels.get((part, name), name), name, field.annotation), usual=_usual(field.default))
        for attribute, field in part.model_fields.items()
        if (name := field.alias or attribute)
    }


def _kind(label: str, name: str, annotation: Any) -> KeyKind:
    types = set(_types(annotation)) - {NotStated, type(None)}
    inner = next((part for part in parts_in(annotation) if part is not PrintedDate), None)
    word = next((one for one in types if issubclass(one, StrEnum)), None)
    if inner:
        return KeyKind(label, name, ValueKind.TEXT, inner)
    if word:
        return KeyKind(label, name, ValueKind.WORD, vocabulary=word)
    return KeyKind(label, name, _plain(name, types))


def _usual(default: object) -> str | bool | None:
    """Write the value that a key has where it is absent, in the long form."""
    if isinstance(default, Enum):
        return str(default.value)
    return default if isinstance(default, str | bool) else None


def _plain(name: str, types: set[type]) -> ValueKind:
    if Amount in types:
        return ValueKind.MONEY
    if Decimal in types:
        return ValueKind.PERCENT if name == _PERCENT else ValueKind.MONEY
    if bool in types:
        return ValueKind.TRUTH
    return ValueKind.DATE if types & {PartialDate, date} else ValueKind.TEXT


def _types(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type):
        yield annotation
    for argument in get_args(annotation):
        yield from _types(argument)
