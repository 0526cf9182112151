"""What the decisions folder holds, in order; names are tried harder in ``tests/hostile``."""

from __future__ import annotations

from pathlib import Path

import pytest

from funding.source import RegisterName, is_slug, list_files, read_document
from tests.source.reading import FILE


def write(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("a: b\n", "utf-8")


def test_files_are_listed_in_order_with_what_they_are(tmp_path: Path) -> None:
    write(tmp_path, "d/2024/b.yml", "d/2024/a.yml", "d/1999/c.yml", "d/registers/themes.yml", "d/registers/bodies.yml")
    found = list_files(tmp_path, "d")
    assert found.findings == ()
    assert [(file.path, file.id, file.register) for file in found.files] == [
        ("d/1999/c.yml", "1999/c", None),
        ("d/2024/a.yml", "2024/a", None),
        ("d/2024/b.yml", "2024/b", None),
        ("d/registers/bodies.yml", None, RegisterName.BODIES),
        ("d/registers/themes.yml", None, RegisterName.THEMES),
    ]


def test_folder_may_lie_deeper(tmp_path: Path) -> None:
    write(tmp_path, "data/beslut/2024/a.yml")
    assert [file.path for file in list_files(tmp_path, "data/beslut").files] == ["data/beslut/2024/a.yml"]


def test_missing_folder_is_empty(tmp_path: Path) -> None:
    assert list_files(tmp_path, "d").files == ()


def test_what_does_not_belong_is_told_and_the_rest_is_listed(tmp_path: Path) -> None:
    write(tmp_path, "d/2024/a.yml", "d/2024/B.yml", "d/2024/readme.md", "d/x.yml", "d/ar/a.yml", "d/registers/mer.yml")
    found = list_files(tmp_path, "d")
    assert [file.path for file in found.files] == ["d/2024/a.yml"]
    assert {finding.path: finding.code for finding in found.findings} == {
        "d/2024/B.yml": "bad-file-name",
        "d/2024/readme.md": "stray-file",
        "d/x.yml": "stray-file",
        "d/ar": "stray-folder",
        "d/registers/mer.yml": "unknown-register",
    }


@pytest.mark.parametrize("text", ["a", "1", "a1-b2", "404-a", "sida", "sida-x", "nones", "a" * 80])
def test_slug(text: str) -> None:
    assert is_slug(text)


@pytest.mark.parametrize(
    "text", ["", "-", "a-", "-a", "a--b", "A", "å", "a_b", "a b", "a\n", "none", "index", "404", "sida-1", "a" * 81]
)
def test_no_slug(text: str) -> None:
    assert not is_slug(text)


def test_file_that_is_gone_is_a_finding(tmp_path: Path) -> None:
    document = read_document(tmp_path, FILE)
    assert [(finding.code, finding.span is not None) for finding in document.findings] == [("unreadable-file", True)]
    assert document.text == ""


def test_link_is_not_followed_even_if_it_was_not_seen(tmp_path: Path) -> None:
    write(tmp_path, "secret.yml")
    (tmp_path / FILE.path).parent.mkdir(parents=True)
    (tmp_path / FILE.path).symlink_to(tmp_path / "secret.yml")
    assert read_document(tmp_path, FILE).tree is None
