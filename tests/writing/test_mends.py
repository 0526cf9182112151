"""Each mend gives its one answer and touches nothing else; where there is no safe answer the file stays as it is."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from funding.check import Checked, check
from funding.labels import Words
from funding.project import find_project
from funding.writing.fixing import Fixed, fix
from funding.writing.meaning import comments
from funding.writing.mends import MENDED, OF_BYTES, OF_SYNTAX
from tests.hostile.test_hostile import CASES as HOSTILE
from tests.rules.cases import CASES, PLACE, PROJECT, TODAY, case_files, lay
from tests.writing.documents import document

ROWS: list[dict[str, str]] = yaml.safe_load((Path(__file__).parent / "mends.yml").read_text("utf-8"))
SOUND = (CASES / "unknown-key/good.yml").read_text("utf-8")
OTHER = "decisions/2024/annat.yml"


def mended(root: Path) -> Fixed:
    project = find_project(root)

    def checked() -> Checked:
        return check(project.root, project.options, Words("sv"), TODAY, cached=False)

    return fix(project.root, project.options.decisions, checked, lambda found: found)


def lay_row(row: dict[str, str], root: Path) -> tuple[Path, str, str]:
    """Make the project of a row; give the changed file, what it holds, and what it must hold when it is mended."""
    shutil.copytree(PROJECT, root, dirs_exist_ok=True)
    (root / PLACE).parent.mkdir()
    (root / PLACE).write_text(SOUND, "utf-8")
    other = SOUND.replace("Cykelvägar i Norrby", "Ett annat").replace("500 000", "400 000")
    (root / OTHER).write_text(f"{other}publication: {{redirect_from: 2024/gammalt}}\n", "utf-8")
    path = root / (f"decisions/registers/{row['file']}.yml" if "file" in row else PLACE)
    sound = path.read_text("utf-8")
    assert f"\n{row['sound']}\n" in f"\n{sound}"
    wrong = sound.replace(row["sound"], row["wrong"], 1)
    right = wrong if "kept" in row else sound.replace(row["sound"], row.get("right", row["sound"]), 1)
    path.write_text(wrong, "utf-8", newline="")
    return path, wrong, right


def test_every_mend_has_a_row() -> None:
    assert {row["code"] for row in ROWS if "kept" not in row} | OF_BYTES.keys() == MENDED


def test_mended_codes_exist() -> None:
    assert Words("sv").codes >= MENDED


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['code']}: {row['wrong'].splitlines()[-1].strip()}")
def test_mend_gives_the_one_answer(row: dict[str, str], tmp_path: Path) -> None:
    path, wrong, right = lay_row(row, tmp_path)
    others = {file: file.read_bytes() for file in tmp_path.rglob("*.yml") if file != path}
    before = Counter(problem.code for problem in check_of(tmp_path).problems)
    assert row["code"] in before
    done = mended(tmp_path)
    after = Counter(problem.code for problem in done.checked.problems)
    assert path.read_bytes().decode() == right
    assert {file: file.read_bytes() for file in others} == others
    if "kept" in row:
        assert (path.read_bytes().decode(), after) == (wrong, before)
    else:
        assert row["code"] not in after
        assert done.mended
        if row["code"] not in OF_SYNTAX:
            assert after <= before


def check_of(root: Path) -> Checked:
    project = find_project(root)
    return check(project.root, project.options, Words("sv"), TODAY, cached=False)


@pytest.mark.parametrize("case", case_files("bad"), ids=lambda case: f"{case.parent.name}/{case.name}")
def test_case_keeps_its_comments_and_whatever_is_not_mended(case: Path, tmp_path: Path) -> None:
    lay(case, tmp_path)
    before = {path: (tmp_path / path).read_bytes() for path in check_of(tmp_path).paths}
    codes = Counter(problem.code for problem in check_of(tmp_path).problems)
    done = mended(tmp_path)
    for path, data in before.items():
        one, other = document(data), document((tmp_path / path).read_bytes())
        if path not in done.mended:
            assert (tmp_path / path).read_bytes() == data
        elif one.tree is not None:
            assert comments(other.text) == comments(one.text)
            touched = {mend.line for mend in done.mended[path]}
            assert unlike(one.tree, other.tree or {}) <= keys_at(one.text, touched)
    if not {problem.code for problem in check_of(tmp_path).problems} <= codes.keys():
        assert codes.keys() & (OF_SYNTAX.keys() | OF_BYTES.keys())


def unlike(one: dict[str, Any], other: dict[str, Any]) -> set[str]:
    """Give the top-level keys whose values differ; of a key that was renamed the old name."""
    return {key for key in one if one[key] != other.get(key)}


def keys_at(text: str, lines: set[int]) -> set[str]:
    """Give the top-level keys that some lines belong to."""
    found: set[str] = set()
    key = ""
    for number, line in enumerate(text.split("\n"), 1):
        if line[:1] not in {"", " ", "#", "-"}:
            key = line.split(":")[0]
        if number in lines:
            found.add(key)
    return found


def test_bytes_of_an_old_program_are_saved_as_utf_8(tmp_path: Path) -> None:
    lay(CASES / "unknown-key/good.yml", tmp_path)
    (tmp_path / PLACE).write_bytes(SOUND.encode("cp1252"))
    done = mended(tmp_path)
    assert done.checked.problems == ()
    assert (tmp_path / PLACE).read_text("utf-8") == SOUND


def test_bytes_that_may_be_anything_stay(tmp_path: Path) -> None:
    lay(CASES / "unknown-key/good.yml", tmp_path)
    data = SOUND.encode("mac_roman")
    (tmp_path / PLACE).write_bytes(data)
    assert mended(tmp_path).mended == {}
    assert (tmp_path / PLACE).read_bytes() == data


def test_line_ends_stay_as_they_were(tmp_path: Path) -> None:
    lay(CASES / "unknown-key/good.yml", tmp_path)
    wrong = SOUND.replace("status: granted", "status: beviljad").replace("\n", "\r\n")
    (tmp_path / PLACE).write_bytes(wrong.encode())
    mended(tmp_path)
    assert (tmp_path / PLACE).read_bytes() == SOUND.replace("\n", "\r\n").encode()


def test_several_faults_of_one_file_are_mended_layer_by_layer(tmp_path: Path) -> None:
    lay(CASES / "unknown-key/good.yml", tmp_path)
    wrong = SOUND.replace("title: Cykelvägar i Norrby", "titel: Cykelvägar: etapp 2")
    wrong = wrong.replace("status: granted", "status: Beviljad").replace("500 000", "{amount: 2,544,984}")
    wrong = wrong.replace("  amount: {amount: 2,544,984}", "  amount: 2.544.984").replace(
        "kommunen", "Norrby kommun", 1
    )
    (tmp_path / PLACE).write_bytes(b"\xef\xbb\xbf" + wrong.encode())
    done = mended(tmp_path)
    assert done.checked.problems == ()
    assert [mend.code for mend in done.mended[PLACE]][:2] == ["byte-order-mark", "unquoted-colon"]


def test_hostile_files_never_make_it_fall(tmp_path: Path) -> None:
    lay(CASES / "unknown-key/good.yml", tmp_path)
    for number, case in enumerate(HOSTILE):
        if case.path.startswith("decisions/2024/"):
            (tmp_path / f"decisions/2024/fientlig-{number}.yml").write_bytes(case.content)
    done = mended(tmp_path)
    assert done.meanwhile == []
    assert done.checked.files > 400
