"""Bytes become text only if every character is one that a reader sees."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

import pytest

from funding.problem import Severity
from funding.source.characters import code_point, decode, hidden_character
from tests.source.reading import place, read


def test_places_count_code_points(tmp_path: Path) -> None:
    found = read(tmp_path, "a: x\nb: åäö😀\u202e\n").findings
    assert [place(finding) for finding in found] == [("forbidden-character", 2, 8, 2, 9)]
    assert found[0].details == {"character": "U+202E"}


def test_bytes_that_are_no_utf8_are_placed_by_code_points(tmp_path: Path) -> None:
    found = read(tmp_path, b"a: x\nb: \xc3\xa5\xc3\xa4\xe5\n").findings
    assert [place(finding) for finding in found] == [("not-utf-8", 2, 6, 2, 7)]


def test_line_ends_of_windows_become_plain(tmp_path: Path) -> None:
    document = read(tmp_path, b"a: x\r\nb: |\r\n  y\r\n  z\r\n")
    assert document.tree == {"a": "x", "b": "y\nz\n"}
    assert "\r" not in document.text


def test_mark_of_byte_order_is_a_warning_and_no_part_of_the_text(tmp_path: Path) -> None:
    document = read(tmp_path, "\ufeffa: x\n")
    assert document.tree == {"a": "x"}
    assert [(found.code, found.severity) for found in document.findings] == [("byte-order-mark", Severity.WARNING)]


def test_every_fault_is_told_up_to_twenty(tmp_path: Path) -> None:
    codes = [found.code for found in read(tmp_path, "a: \u200b\u200b\n\tb: c\n").findings]
    assert codes == ["forbidden-character", "forbidden-character", "tab-indentation"]
    assert len(read(tmp_path, "a: " + "\u200b" * 50).findings) == 20


def test_tab_is_refused_only_as_indentation(tmp_path: Path) -> None:
    assert read(tmp_path, "a:\tx\ty # \t\n").tree == {"a": "x\ty"}
    assert place(read(tmp_path, "a:\n  \tb: x\n").findings[0])[:3] == ("tab-indentation", 2, 3)


def test_every_character_of_a_refused_category_is_found() -> None:
    few = {"Cc", "Cf", "Zl", "Zp"}
    many = {"Cn", "Co"}
    numbers = [number for number in range(sys.maxunicode + 1) if unicodedata.category(chr(number)) in few]
    numbers += [number for number in range(0, sys.maxunicode + 1, 997) if unicodedata.category(chr(number)) in many]
    assert [number for number in numbers if not hidden_character(f"x{chr(number)}y")] == [9, 10]
    assert hidden_character("x\u202ey") == code_point("\u202e") == "U+202E"


@pytest.mark.parametrize("text", ["Åäö é ñ", "日本語", "العربية", "❤\ufe0f", "½ € – ’", "a\tb\nc", "e\u0301"])
def test_what_people_write_is_let_through(text: str) -> None:
    assert hidden_character(text) is None
    assert decode("x", text.encode()) == (text, [])
