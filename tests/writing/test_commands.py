"""``funding fmt`` and ``funding check --fix`` as they are called."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from funding.cli import main
from tests.rules.cases import CASES, PLACE, lay
from tests.site.projects import ROOT

SOUND = CASES / "unknown-key/good.yml"
PERSONAL = "19811218-9876"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a project with one sound decision, in which the command is run."""
    lay(SOUND, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FUNDING_TODAY", "2024-06-01")
    return tmp_path


def funding(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert "Traceback" not in result.output
    return result


def spoil(root: Path, old: str, new: str) -> Path:
    file = root / PLACE
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    return file


def test_canonical_files_are_left_as_they_are(root: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*.yml")}
    result = funding("fmt")
    assert (result.exit_code, result.stdout) == (0, "Omskrivna: 0. I ordning redan: 8. Lämnade orörda: 0.\n")
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_file_is_written_anew_and_named(root: Path) -> None:
    file = spoil(root, "  amount: 500 000", "  amount: 500000 kr")
    result = funding("fmt", "decisions/2024")
    assert result.exit_code == 0
    assert result.stdout == f"{PLACE}: omskriven.\nOmskrivna: 1. I ordning redan: 0. Lämnade orörda: 0.\n"
    assert file.read_text("utf-8") == SOUND.read_text("utf-8")


def test_file_that_cannot_be_written_is_told_in_the_language_of_the_project(root: Path) -> None:
    file = spoil(root, "  amount: 500 000", "  amount: 500000 kr")
    before = file.read_bytes()
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("organisation:", "lang: en\n      organisation:"), "utf-8")
    shutil.rmtree(root / ".cache", ignore_errors=True)
    (root / ".cache").write_text("in the way of what is written first\n", "utf-8")
    result = funding("fmt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{root / '.cache'} cannot be read: ")
    assert file.read_bytes() == before


def test_check_shows_what_would_change_and_writes_nothing(root: Path) -> None:
    file = spoil(root, "  amount: 500 000", "  amount: 500000 kr")
    before = file.read_bytes()
    result = funding("fmt", "--check", "--lang", "en")
    assert result.exit_code == 1
    assert "-  amount: 500000 kr\n+  amount: 500 000\n" in result.stdout
    assert result.stdout.endswith("Would be rewritten: 1. In order: 7. Left alone: 0.\n")
    assert file.read_bytes() == before


def test_line_ends_alone_are_a_change(root: Path) -> None:
    file = root / PLACE
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert "radsluten" in funding("fmt", "--check").stdout
    assert funding("fmt").exit_code == 0
    assert b"\r" not in file.read_bytes()


def test_file_with_a_fault_of_syntax_is_left_alone(root: Path) -> None:
    file = spoil(root, "title: ", "title: Ett: ")
    before = file.read_bytes()
    result = funding("fmt")
    assert result.exit_code == 1
    assert f"{PLACE}:1: lämnad orörd. Ett kolon följt av mellanslag delar texten." in result.stdout
    assert file.read_bytes() == before


def test_diff_hides_personal_data(root: Path) -> None:
    spoil(root, "references: 24AB12", f"references: 24AB12\nremarks:   'Ring {PERSONAL} snart.'")
    result = funding("fmt", "--check")
    assert "remarks" in result.stdout
    assert "9876" not in result.stdout


def test_path_outside_is_misuse(root: Path) -> None:
    assert root.is_dir()
    assert funding("fmt", "..").exit_code == 2
    assert funding("fmt", "borta.yml").exit_code == 2


def test_own_decisions_are_canonical(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert funding("fmt", "--check").exit_code == 0


def test_fix_says_what_it_mended_and_reports_what_is_left(root: Path) -> None:
    file = spoil(root, "status: granted", "status: beviljad")
    spoil(root, "  amount: 500 000", "  amount: en halv miljon")
    result = funding("check", "--fix")
    assert result.exit_code == 1
    assert result.stderr == f"{PLACE}:2: rättat: beviljad → granted [unknown-value]\n"
    assert "amount-not-a-number" in result.stdout
    assert "unknown-value" not in result.stdout
    assert "status: granted\n" in file.read_text("utf-8")


def test_fix_speaks_english_and_leaves_reports_for_programs_alone(root: Path) -> None:
    spoil(root, "references: 24AB12", "references: [24AB12, 24AB12]")
    result = funding("check", "--fix", "--format", "json", "--lang", "en")
    assert result.exit_code == 0
    assert result.stderr == f"{PLACE}:4: taken away: , 24AB12 [listed-twice]\n"
    assert result.stdout.startswith("{")


def test_fix_keeps_to_the_paths_it_is_given(root: Path) -> None:
    file = spoil(root, "status: granted", "status: beviljad")
    assert funding("check", "--fix", "decisions/registers").exit_code == 0
    assert "beviljad" in file.read_text("utf-8")


def test_fix_hides_personal_data(root: Path) -> None:
    spoil(root, "title: Cykelvägar i Norrby", f"title: Ring {PERSONAL}: i dag")
    result = funding("check", "--fix")
    assert "9876" not in result.output
    assert "unquoted-colon" in result.stderr
