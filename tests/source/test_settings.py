"""``mkdocs.yml`` is read without the site generator: its own tags are left empty, what it inherits is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from funding.source import load_texts
from funding.source.settings import SettingsError, read_settings


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_tags_of_the_site_generator_are_left_empty(tmp_path: Path) -> None:
    text = "a: !ENV X\nb: !!python/name:os.system\nc: !relative {d: e}\nd: 2024-05-01\n"
    found = read_settings(write(tmp_path / "mkdocs.yml", text))
    assert (found["a"], found["b"], found["c"]) == (None, None, None)
    assert str(found["d"]) == "2024-05-01"


def test_settings_are_inherited(tmp_path: Path) -> None:
    write(tmp_path / "base/top.yml", "site_name: A\ntheme: {name: x}\nplugins: [a]\n")
    write(tmp_path / "base/mkdocs.yml", "INHERIT: top.yml\ntheme: {language: sv}\n")
    own = write(tmp_path / "own/mkdocs.yml", "INHERIT: ../base/mkdocs.yml\nplugins: [b]\n")
    expected = {"site_name": "A", "theme": {"name": "x", "language": "sv"}, "plugins": ["b"]}
    assert read_settings(own) == expected


@pytest.mark.parametrize(
    "text",
    ["", "- a\n", "a: [\n", "a: 2024-02-30\n", "a: !!x/y [ls]\nb: [", "INHERIT: mkdocs.yml\n"],
)
def test_unreadable_settings_are_one_error(text: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError):
        read_settings(write(tmp_path / "mkdocs.yml", text))


def test_missing_settings_are_told_by_their_place(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"x\.yml"):
        read_settings(write(tmp_path / "mkdocs.yml", "INHERIT: x.yml\n"))


def test_own_texts_must_be_plain_yaml(tmp_path: Path) -> None:
    assert load_texts(write(tmp_path / "texts.yml", "a: {b: no, c: [1, x]}\n")) == {"a": {"b": "no", "c": ["1", "x"]}}
    with pytest.raises(ValueError, match="duplicate-key"):
        load_texts(write(tmp_path / "texts.yml", "a: 1\na: 2\n"))
