"""The page of the fields: every key that a decision or a register may hold, what it means and how it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from textwrap import dedent
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from funding.catalogue import RULES
from funding.labels import Words
from funding.model import vocabulary
from funding.model.conditions import Condition
from funding.model.keys import Key, all_keys
from funding.model.parsing import NOT_STATED, OneOrMany, OrWord
from funding.model.part import Part
from funding.model.registers import ENTRY_TYPES
from funding.pages.context import Context
from funding.pages.links import ABOUT, to
from funding.pages.page import Page
from funding.pages.sheet import Crumb, Sheet, make_page
from funding.source import RegisterName, SourceFile, Tree
from funding.writing.fresh import MODELINE, written

FIELDS: Final = "om/redaktion/falt/"
"""The address of the page."""
TOP: Final = "beslut"
"""The anchor of the keys at the top of a decision's file; that of any other group is the path of its keys."""
_DATES: Final = "dates"
_IN_DECISION: Final = SourceFile("decisions/2024/x.yml", id="2024/x")


@dataclass(frozen=True, slots=True)
class Field:
    """One key as the page shows it.

    ``words`` are those that it takes, each with its label, where they are a closed list. ``example`` are the lines of
    a file. ``inner`` is the anchor of the group that tells of the keys within it.
    """

    key: str
    anchor: str
    label: str
    description: str
    needed: bool
    many: bool
    not_stated: bool
    words: tuple[tuple[str, str], ...]
    example: str
    inner: str | None


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """The keys that stand together at one place of a file; ``path`` is empty at the top of a decision."""

    anchor: str
    path: str
    title: str
    fields: tuple[Field, ...]


def fields_page(context: Context) -> Page:
    """Make the page; it is made from nothing but the program and the language."""
    words = context.words
    title = words.text("fields.title")
    groups = tuple(_groups(words))
    return make_page(
        context,
        Sheet(
            FIELDS,
            title,
            words.text("fields.description"),
            (Crumb(words.text("rules.about"), ABOUT), Crumb(title, FIELDS)),
        ),
        "fields.html",
        groups=groups,
        rules=to(RULES),
    )


def _groups(words: Words) -> Iterator[FieldGroup]:
    places = [
        (_anchor(path, register), path, register, tuple(keys))
        for (part, path), keys in groupby(all_keys(), lambda key: (key.part, key.path.rpartition(".")[0]))
        for register in (_register(part, path),)
    ]
    anchors = {anchor for anchor, *_ in places}
    for anchor, path, register, keys in places:
        fields = tuple(_field(key, anchor, register, anchors, words) for key in keys)
        yield FieldGroup(anchor, path, _title(path, register, words), fields)


def _register(part: type[Part], path: str) -> RegisterName | None:
    """Give the register that keys stand in; conditions stand in decisions too, by the same paths."""
    found = next((name for name in ENTRY_TYPES if name == path.partition(".")[0]), None)
    return None if part is Condition else found


def _anchor(path: str, register: RegisterName | None) -> str:
    return f"register-{path}" if register else path or TOP


def _title(path: str, register: RegisterName | None, words: Words) -> str:
    if register and path == register:
        return words.text(f"fields.register.{register}")
    if path in {"", _DATES}:
        return words.text(f"fields.{path or 'top'}")
    return words.field(path)


def _field(key: Key, group: str, register: RegisterName | None, anchors: set[str], words: Words) -> Field:
    marks = tuple(_marks(Annotated[key.field.annotation, *key.field.metadata, None]))
    word = _vocabulary(key.field.annotation)
    inner = _anchor(key.path, register)
    return Field(
        key.name,
        f"{group}.{key.name}",
        words.field(key.path),
        words.describe(key.path),
        key.field.is_required(),
        any(isinstance(mark, OneOrMany) for mark in marks),
        any(isinstance(mark, OrWord) and mark.meaning is NOT_STATED for mark in marks),
        tuple((member.value, words.value(member)) for member in word or ()),
        _example(key.path, words.example(key.path), register),
        inner if inner in anchors else None,
    )


def _marks(annotation: Any) -> Iterator[Any]:
    """Give what is said of a value itself, but not of what is within it."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from annotation.__metadata__
        yield from _marks(annotation.__origin__)
    elif origin in {Union, UnionType}:
        for choice in get_args(annotation):
            yield from _marks(choice)


def _vocabulary(annotation: Any) -> type[StrEnum] | None:
    """Give the closed list of words that a value is one of, or a list of them."""
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return annotation if annotation.__module__ == vocabulary.__name__ else None
    return next((found for inner in get_args(annotation) if (found := _vocabulary(inner))), None)


def _example(path: str, example: Tree, register: RegisterName | None) -> str:
    """Write a key with its example as it stands in a file, without what it stands within."""
    *above, name = path.split(".")
    tree: dict[str, Tree] = {name: example}
    for step in reversed(above):
        tree = {step: tree}
    file = SourceFile("decisions/registers/x.yml", register=register) if register else _IN_DECISION
    lines = written(tree, file).removeprefix(f"{MODELINE}\n").splitlines()
    return dedent("\n".join(lines[len(above) :]))
