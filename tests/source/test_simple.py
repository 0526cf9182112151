"""A text of the simple form is read as the YAML parser reads it; what the parser refuses is not of that form."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product

import pytest

from funding.source.characters import decode
from funding.source.simple import simple_tree
from funding.source.yaml_text import parse
from tests.shared import shared_folder
from tests.site.projects import ROOT

FOLDERS = ("decisions", "tests/cases", "tests/source/cases", "tests/hostile", "tests/against/cases")
LINES = (
    "a: b", "b: c d", "a:", "b: ", "- a", "- a: b", "- b:", "- ", "-", "a", '"a": b', "# c", "", " ", "---", "...",
    "a: |", "a: >-", "b: |-", "- >", "a: [b, c]", "a: {b: c}", "a: {b: c, d: [e]}", 'a: "b"', "a: 'b'", "a: b # c",
    "a: b: c", "a: [b", "a: {b}", "a: {b: c, c}", "a: [1,2]", "a: [b: c]", "a: ~", "a: null", "a: -1", "a: - b",
    "a: *b", "a: &b c", "a: !b c", "a: [b, {c: d}]", "a: 'b' c", 'a: " "', "a: b:", "? a", "a : b", "a: [12:30, a:b]",
    "a:  b", "a: b ", "a: {b: c}}", "a: [b, ]", "a: []", "a: {b: {c: d}, b: e}", "a: [b ]", "a: (b) c, d",
)  # fmt: skip
SIGNS = "\n \n  \n- :#,[]{}\"'|>-&*!%?~ab1ö§–\\"
SEED = 20240306
SLIPS = 150


def agrees(text: str) -> bool:
    """Hold a text's tree against the parser's, and tell whether it is of the simple form."""
    tree = simple_tree(text)
    if tree is not None:
        assert parse("x", text) == (tree, []), text
    return tree is not None


def sound_texts() -> Iterator[str]:
    for path in sorted(file for folder in FOLDERS for file in (ROOT / folder).rglob("*.yml")):
        text, _ = decode(path.name, path.read_bytes())
        if text:
            yield text


def slipped(text: str, chance: random.Random) -> str:
    """Exchange, add or take away something in one or two places."""
    for _ in range(chance.randint(1, 2)):
        start = chance.randrange(len(text))
        end = min(len(text), start + chance.choice((0, 0, 1, 1, 2, 9)))
        moved = chance.choice((chance.choice(SIGNS), chance.choice(SIGNS) * 2, "", text[start : start + 30]))
        text = text[:start] + moved + text[end:]
    return text


def test_decisions_have_the_simple_form() -> None:
    folder = ROOT / "decisions"
    assert all(agrees(path.read_text("utf-8")) for path in folder.rglob("2*/*.yml"))


def test_examples_have_the_simple_form() -> None:
    folder = shared_folder() / "examples/decisions"
    assert all(agrees(path.read_text("utf-8")) for path in folder.rglob("2*/*.yml"))


@pytest.mark.parametrize("above", LINES)
def test_every_two_lines_are_read_as_the_parser_reads_them(above: str) -> None:
    for below, indent, last in product(
        LINES, ("", " ", "  ", "    "), ("", "\n", "\nc: d\n", "\n  c: d\n", "\n    e\n")
    ):
        agrees(f"{above}\n{indent}{below}{last}")
        agrees(f"e:\n  {above}\n{indent}{below}{last}")


def test_slips_of_the_hand_are_read_as_the_parser_reads_them() -> None:
    chance = random.Random(SEED)  # noqa: S311 - the same slips each time
    simple = sum(agrees(slipped(text, chance)) for text in sound_texts() for _ in range(SLIPS))
    assert simple > 10_000


@pytest.mark.parametrize("depth", [5, 15, 25, 600])
def test_what_is_deep_is_left_to_the_parser(depth: int) -> None:
    indented = "".join(f"{'  ' * level}a:\n" for level in range(depth)) + f"{'  ' * depth}a: b\n"
    for text in (indented, f"a: {'[' * depth}b{']' * depth}\n", f"a: {'{a: ' * depth}b{'}' * depth}\n"):
        assert agrees(text) is (depth < 10)
