"""A broken line is told where the mistake was made, by the name that an editor knows it by, with the right spelling."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.source.reading import place, read


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("title: a: b\n", "unquoted-colon", 1, 9),
        ("titel: x\nsummary: Ett projekt\n  som fortsätter: här\n", "unquoted-colon", 3, 17),
        ("decision:\n  body nämnd\n  date: 2024\n", "missing-colon", 2, 3),
        ("decision\n  body: x\n", "missing-colon", 1, 1),
        ("a:b\nc: d\n", "missing-colon", 1, 1),
        ("title: a\nstatus granted\n", "missing-colon", 2, 1),
        ("title: a\n# en kommentar\n\n  status: b\n", "bad-indentation", 4, 3),
        ("a:\n  b: 1\n c: 2\n", "bad-indentation", 3, 2),
        ("- a\nb: c\n", "bad-indentation", 2, 1),
        ("a: 'it's'\n", "text-after-quote", 1, 8),
        ('a: "x" y\n', "text-after-quote", 1, 8),
        ("a: [b]]\n", "unclosed-bracket", 1, 7),
        ("a: 1\nb: {c: 1\nd: 2\n", "unclosed-bracket", 2, 4),
        ("a: 'x\nb: 1\n", "unclosed-quote", 1, 4),
        ("a: @x\n", "unquoted-start", 1, 4),
        ("a: & x\n", "unquoted-start", 1, 5),
        ("a: - x\n", "unquoted-start", 1, 4),
        ("a:\n  -\tb: 1\n", "tab-indentation", 2, 4),
        ('a: "\\xzz"\n', "bad-escape", 1, 7),
        ("%HEJ\n---\na: b\n", "yaml-directive", 1, 5),
        ("a: |x\n  y\n", "yaml-syntax", 1, 5),
    ],
)
def test_syntax_error(text: str, code: str, line: int, column: int, tmp_path: Path) -> None:
    document = read(tmp_path, text)
    assert document.tree is None
    assert [place(finding) for finding in document.findings] == [(code, line, column, line, column + 1)]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("title: Projekt: fas 2", 'title: "Projekt: fas 2"'),
        ('title: Projektet "A": fas 2', 'title: "Projektet \\"A\\": fas 2"'),
        ("- text: C:\\x: y", '- text: "C:\\\\x: y"'),
    ],
)
def test_colon_shows_the_quoted_form(text: str, right: str, tmp_path: Path) -> None:
    assert read(tmp_path, f"{text}\n").findings[0].details["right"] == right


def test_columns_count_code_points(tmp_path: Path) -> None:
    assert place(read(tmp_path, "a: åäö😀: b\n").findings[0])[1:3] == (1, 8)


def test_error_at_the_end_is_on_the_last_line_that_says_something(tmp_path: Path) -> None:
    assert place(read(tmp_path, "a: [b\n\n\n").findings[0])[1:3] == (1, 4)
    assert place(read(tmp_path, "a:\n  b: c\n d\n\n\n").findings[0])[1] == 3
