"""A decision and its organisation are both saved or neither, and no file is ever written over."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from funding.options import Options
from funding.project import find_project
from funding.scaffold.organisations import NewOrganisation, faults, registered, spelt_number
from funding.scaffold.saving import save
from funding.writing.disk import MeanwhileError, create_file
from tests.rules.cases import CASES, lay

PLACE = "decisions/2026/ny.yml"
REGISTER = "decisions/registers/organisations.yml"
NEW = NewOrganisation("nya", "Nya föreningen", type="association")

_SAVE_FOR_EVER = """
import sys
from pathlib import Path
from funding.project import find_project
from funding.scaffold.organisations import NewOrganisation, registered
from funding.scaffold.saving import save
root = Path(sys.argv[1])
options = find_project(root).options
print("ready", flush=True)
for turn in range(10**9):
    register = registered(NewOrganisation(f"nya-{turn}", f"Nya {turn}"), root, options)
    save(root, f"decisions/2026/ny-{turn}.yml", f"title: {turn}\\nrecipient: nya-{turn}\\n", register)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    lay(CASES / "unknown-key/good.yml", tmp_path)
    return tmp_path


def options_of(root: Path) -> Options:
    return find_project(root).options


def files_of(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_both_are_saved(root: Path) -> None:
    save(root, PLACE, "title: Ny\n", registered(NEW, root, options_of(root)))
    assert (root / PLACE).read_bytes() == b"title: Ny\n"
    assert (root / REGISTER).read_text("utf-8").endswith("nya:\n  name: Nya föreningen\n  type: association\n")
    assert list((root / ".cache").glob("written-*")) == []


def test_file_that_is_there_stays_and_so_does_the_register(root: Path) -> None:
    create_file(root, PLACE, b"title: Annan\n")
    before = files_of(root)
    with pytest.raises(FileExistsError):
        create_file(root, PLACE, b"title: Ny\n")
    with pytest.raises(FileExistsError):
        save(root, PLACE, "title: Ny\n", registered(NEW, root, options_of(root)))
    assert files_of(root) == before


def test_decision_that_cannot_be_written_takes_the_register_back(root: Path) -> None:
    register = root / REGISTER
    register.write_bytes(register.read_bytes().replace(b"\n", b"\r\n"))
    (root / "decisions/2026").write_text("no folder", "utf-8")
    before = files_of(root)
    with pytest.raises(OSError, match="2026"):
        save(root, PLACE, "title: Ny\n", registered(NEW, root, options_of(root)))
    assert files_of(root) == before


def test_register_without_a_file_is_made_and_taken_back(root: Path) -> None:
    (root / REGISTER).unlink()
    (root / "decisions/2026").write_text("no folder", "utf-8")
    with pytest.raises(OSError, match="2026"):
        save(root, PLACE, "title: Ny\n", registered(NEW, root, options_of(root)))
    assert not (root / REGISTER).exists()
    (root / "decisions/2026").unlink()
    save(root, PLACE, "title: Ny\n", registered(NEW, root, options_of(root)))
    assert (root / REGISTER).read_text("utf-8") == "nya:\n  name: Nya föreningen\n  type: association\n"


def test_change_of_somebody_else_stays(root: Path) -> None:
    made = registered(NEW, root, options_of(root))
    with (root / REGISTER).open("a", encoding="utf-8") as file:
        file.write("# Annan\n")
    before = files_of(root)
    with pytest.raises(MeanwhileError):
        save(root, PLACE, "title: Ny\n", made)
    assert files_of(root) == before


def test_folder_that_is_a_link_is_not_written_into(root: Path) -> None:
    (root / "elsewhere").mkdir()
    (root / "decisions/2026").symlink_to(root / "elsewhere")
    with pytest.raises(MeanwhileError):
        create_file(root, PLACE, b"title: Ny\n")
    assert list((root / "elsewhere").iterdir()) == []


def test_kill_in_the_midst_leaves_no_decision_without_its_organisation(root: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", _SAVE_FOR_EVER, root], stdout=subprocess.PIPE) as saver:
        assert saver.stdout is not None
        assert saver.stdout.readline() == b"ready\n"
        while len(list((root / "decisions").glob("2026/*.yml"))) < 5:
            assert saver.poll() is None
        os.kill(saver.pid, signal.SIGKILL)
    register = (root / REGISTER).read_text("utf-8")
    for file in (root / "decisions/2026").iterdir():
        turn = file.stem.removeprefix("ny-")
        assert file.read_text("utf-8") == f"title: {turn}\nrecipient: nya-{turn}\n"
        assert f"\nnya-{turn}:\n" in register
    assert register.endswith("\n")


@pytest.mark.parametrize("given", ["5560360793", "556036-0793", "16556036-0793", "556036 0793", "556036–0793"])
def test_number_is_spelt_as_the_register_does(given: str) -> None:
    assert spelt_number(given) == "556036-0793"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("556036-0794", "organisation-number-checksum"),
        ("12", "organisation-number-misspelt"),
        ("811218-9870", "organisation-number-personal"),
    ],
)
def test_wrong_number_is_found_by_its_rule(root: Path, number: str, code: str) -> None:
    found = faults(NewOrganisation("nya", "Nya", number), root, options_of(root), date(2026, 1, 1))
    assert code in {fault.code for fault in found}
