"""What no file in git can show: too large, no ordinary file, gone between listing and reading."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from funding.source import SourceFile, read_document
from funding.source.document import LARGEST_FILE
from tests.rules.cases import CASES, PLACE, lay, run

GOOD = CASES / "unknown-key/good.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    lay(GOOD, tmp_path)
    return tmp_path


def found(root: Path) -> list[tuple[str, int, str]]:
    return [(problem.path, problem.line, problem.code) for problem in run(root).problems]


def test_file_of_the_largest_size_is_read_and_one_byte_more_is_not(root: Path) -> None:
    text = GOOD.read_bytes()
    (root / PLACE).write_bytes(text + b"#" * (LARGEST_FILE - len(text)))
    assert found(root) == []
    (root / PLACE).write_bytes(text + b"#" * (LARGEST_FILE - len(text) + 1))
    assert found(root) == [(PLACE, 1, "file-too-large")]


def test_file_with_too_many_values(root: Path) -> None:
    (root / PLACE).write_text(f"title: Cykelvägar\npartners: [{'a, ' * 45_000}a]\n", "utf-8")
    assert [code for _, _, code in found(root)] == ["too-many-values"]


def test_pipe_is_no_ordinary_file(root: Path) -> None:
    os.mkfifo(root / "decisions/2024/ror.yml")
    assert found(root) == [("decisions/2024/ror.yml", 1, "special-file")]


def test_file_that_is_gone_is_unreadable(root: Path) -> None:
    document = read_document(root, SourceFile("decisions/2024/borta.yml", "2024/borta"))
    assert [finding.code for finding in document.findings] == ["unreadable-file"]
