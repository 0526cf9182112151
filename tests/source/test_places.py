"""The place of every value can be found again: of a value, its key, or the nearest parent that is there."""

from __future__ import annotations

import pytest

from funding.problem import KeyPath, Span
from funding.source import Places, span_between

TEXT = """\
title: Åäö 😀
recipient: a
partners: [b, c]
decision:
  body: x
  date: 2024-03-01
grant:
  shares:
  - percent: 50
    of: booked_costs
  - {percent: 20, of: x}
  per_year: {2010: 5}
"""


@pytest.mark.parametrize(
    ("where", "line", "column", "end"),
    [
        ((), 1, 1, 6),
        (("title",), 1, 8, 13),
        (("recipient", 0), 2, 12, 13),
        (("partners", 1), 3, 15, 16),
        (("partners",), 3, 11, 17),
        (("partners", 7), 3, 1, 9),
        (("decision",), 4, 1, 9),
        (("decision", "body"), 5, 9, 10),
        (("decision", "body", 0), 5, 9, 10),
        (("decision", "paragraph"), 4, 1, 9),
        (("summary",), 1, 1, 6),
        (("grant", "shares", 0), 9, 5, 12),
        (("grant", "shares", 0, "of"), 10, 9, 21),
        (("grant", "shares", 1), 11, 5, 25),
        (("grant", "shares", 1, "percent"), 11, 15, 17),
        (("grant", "per_year", 2010), 12, 20, 21),
        (("grant", "per_year", "2010"), 12, 20, 21),
        (("decision", 0, "body"), 5, 9, 10),
    ],
)
def test_value(where: KeyPath, line: int, column: int, end: int) -> None:
    found = Places(TEXT).locate(where)
    assert (found.line, found.column, found.end_column) == (line, column, end)


@pytest.mark.parametrize(
    ("where", "line", "column", "end"),
    [(("title",), 1, 1, 6), (("grant", "shares", 1, "of"), 11, 19, 21), (("grant", "per_year", 2010), 12, 14, 18)],
)
def test_key(where: KeyPath, line: int, column: int, end: int) -> None:
    assert Places(TEXT).locate(where, at_key=True) == Span(line, column, line, end)


def test_first_of_two_equal_keys_is_meant() -> None:
    assert Places("a: 1\na: 2\n").locate(("a",)).line == 1


@pytest.mark.parametrize("text", ["", "# inget\n", "- a\n", "text\n"])
def test_file_without_keys_is_its_start(text: str) -> None:
    assert Places(text).locate(("a", 0)) == Span(1, 1, 1, 1)


def test_stretch_of_a_text() -> None:
    assert span_between("å😀b\ncd\n", 1, 2) == Span(1, 2, 1, 3)
    assert span_between("å😀b\ncd\n", 2, 5) == Span(1, 3, 2, 2)
