"""What no file in git can show: too large, no ordinary file, gone between listing and reading."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from funding.source import SourceFile, read_document
from funding.source.document import LARGEST_FILE, LARGEST_REGISTER
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


def test_register_may_be_larger_than_a_decision(root: Path) -> None:
    register = root / "decisions/registers/themes.yml"
    text = register.read_bytes()
    register.write_bytes(text + b"#" * (LARGEST_REGISTER - len(text)))
    assert found(root) == []
    register.write_bytes(text + b"#" * (LARGEST_REGISTER - len(text) + 1))
    assert ("decisions/registers/themes.yml", 1, "file-too-large") in found(root)


def test_file_with_too_many_values(root: Path) -> None:
    (root / PLACE).write_text(f"title: Cykelvägar\npartners: [{'a, ' * 45_000}a]\n", "utf-8")
    assert [code for _, _, code in found(root)] == ["too-many-values"]


def test_pipe_is_no_ordinary_file(root: Path) -> None:
    os.mkfifo(root / "decisions/2024/ror.yml")
    assert found(root) == [("decisions/2024/ror.yml", 1, "special-file")]


def test_file_that_is_gone_is_unreadable(root: Path) -> None:
    document = read_document(root, SourceFile("decisions/2024/borta.yml", "2024/borta"))
    assert [finding.code for finding in document.findings] == ["unreadable-file"]


# Root may read everything, so root's right to is given up first.
READ = """
import sys
from pathlib import Path
from tests.rules.cases import run
for problem in run(Path(sys.argv[1])).problems:
    print(problem.path, problem.line, problem.code)
"""
ORDINARY = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if os.geteuid() == 0 else ()


@pytest.mark.parametrize("mode", [0o000, 0o444])
@pytest.mark.parametrize("folder", ["decisions", "decisions/registers", "decisions/2024"])
def test_folder_that_cannot_be_read_is_one_problem(root: Path, folder: str, mode: int) -> None:
    (root / folder).chmod(mode)
    command = [*ORDINARY, sys.executable, "-c", READ, str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    (root / folder).chmod(0o755)
    assert (done.stdout, done.stderr) == (f"{folder} 1 unreadable-folder\n", "")
