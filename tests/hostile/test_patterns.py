"""No pattern in the program takes long on any text: what grows faster than the text is a way to stop the check."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

import funding
from funding.personal import find_personal
from tests.hostile.case import seeds
from tests.quickness import within

LENGTH = 10_000
MOST_SECONDS = 0.3
PIECES = seeds("pieces")
ENDS = ("", "!")
BOUNDED = {"funding.personal.mail._NAME": 64}
"""Patterns that are only given a stretch of a text, and how long that may be."""

METHODS = frozenset({"match", "fullmatch", "search", "finditer", "findall", "sub", "split"})
ANYWHERE = frozenset({"search", "finditer", "findall", "sub", "split"})


def patterns() -> Iterator[tuple[str, str, re.Pattern[str]]]:
    """Give every pattern that a module of the program keeps, with its module and its name there."""
    for module in pkgutil.walk_packages(funding.__path__, "funding."):
        for name, value in vars(importlib.import_module(module.name)).items():
            for pattern in _inside(value):
                yield module.name, name, pattern


def _inside(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, tuple | list | frozenset) else ()
    for item in inner:
        yield from _inside(item)


def used_with() -> dict[str, set[str]]:
    """Give the methods that are called on each name anywhere in the program."""
    found: dict[str, set[str]] = {}
    for path in Path(funding.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.attr in METHODS:
                found.setdefault(node.value.id, set()).add(node.attr)
    return found


USED = used_with()
UNIQUE = {(pattern.pattern, pattern.flags, name): (f"{module}.{name}", pattern) for module, name, pattern in patterns()}


def use(pattern: re.Pattern[str], methods: set[str], text: str) -> None:
    """Use a pattern as the program does: at the start of a text, or anywhere in it."""
    pattern.match(text)
    pattern.fullmatch(text)
    if methods & ANYWHERE:
        sum(1 for _ in pattern.finditer(text))


@pytest.mark.parametrize(
    ("name", "pattern"), UNIQUE.values(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_pattern_is_quick_on_every_text(name: str, pattern: re.Pattern[str]) -> None:
    methods = USED.get(name.rpartition(".")[2], set())
    length = BOUNDED.get(name, LENGTH)
    for piece in PIECES:
        for end in ENDS:
            text = piece * (length // len(piece)) + end
            within(MOST_SECONDS, partial(use, pattern, methods, text), (piece, end))


def test_patterns_are_found() -> None:
    assert len(UNIQUE) > 40
    assert any(methods & ANYWHERE for methods in USED.values())


def find_all(text: str) -> None:
    for _ in find_personal(text):
        pass


@pytest.mark.parametrize("piece", PIECES)
def test_looking_for_people_is_quick(piece: str) -> None:
    for end in ENDS:
        text = piece * (LENGTH // len(piece)) + end
        within(MOST_SECONDS, partial(find_all, text), (piece, end))
