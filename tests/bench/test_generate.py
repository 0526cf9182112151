"""The invented decisions are the same each time, sound, and as varied as real ones."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench.corpus import AS_OF
from bench.corpus.decisions import decisions
from bench.generate import generate

COUNT = 200
FUNDING = Path(sys.executable).parent / "funding"


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus") / "project"
    generate(folder, COUNT)
    return folder


def test_the_same_number_gives_the_same_bytes(project: Path, tmp_path: Path) -> None:
    generate(tmp_path, COUNT)
    assert files_of(tmp_path) == files_of(project)


def test_the_first_decisions_of_a_larger_corpus_are_those_of_a_smaller_one() -> None:
    assert list(decisions(50)) == list(decisions(COUNT))[:50]


def test_the_decisions_are_sound(project: Path) -> None:
    done = subprocess.run(
        [FUNDING, "check", "--format", "json"],
        cwd=project,
        env={**os.environ, "FUNDING_TODAY": AS_OF},
        capture_output=True,
        text=True,
        check=False,
    )
    report = json.loads(done.stdout)
    assert (done.returncode, report["files"]) == (0, COUNT + 7)
    assert report["counts"]["error"] == 0
    assert report["counts"]["warning"] < COUNT * 0.02


def test_the_decisions_differ_as_real_ones_do() -> None:
    texts = [text for _, text in decisions(1_000)]
    statuses = {line for text in texts for line in text.splitlines() if line.startswith("status: ")}
    words = {word.strip(".,").lower() for text in texts for word in text.split()}
    assert len(statuses) == 10
    assert len(words) > 10_000
    keys = ("amendments", "continues", "related", "within", "financing", "partners", "parts", "per_year", "payments")
    for key in ("not_stated", "drygt", *(f"{key}:" for key in keys)):
        assert any(key in text for text in texts), key


@pytest.mark.parametrize("count", [0, -1])
def test_a_corpus_of_nothing_is_refused(tmp_path: Path, count: int) -> None:
    with pytest.raises(ValueError, match="cannot be written"):
        generate(tmp_path / "none", count)


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("kept", "utf-8")
    with pytest.raises(ValueError, match="not empty"):
        generate(tmp_path, 1)
    assert files_of(tmp_path) == {"mine": b"kept"}
