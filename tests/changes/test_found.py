"""Which problems came with a change, and which it mended."""

from __future__ import annotations

import shutil
from pathlib import Path

from funding.against import Sides, read_both
from funding.changes.found import Found, found_between
from funding.problem import Finding
from funding.project import find_project
from tests.repository import commit
from tests.rules.cases import CASES, PROJECT, TODAY

GOOD = (CASES / "unknown-key/good.yml").read_text("utf-8")
PLACE = "decisions/2024/fall.yml"


def write(root: Path, text: str, path: str = PLACE) -> None:
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_text(text, "utf-8")


def start(root: Path, text: str) -> None:
    shutil.copytree(PROJECT, root, dirs_exist_ok=True)
    write(root, text)
    commit(root)


def sides(root: Path) -> Sides:
    return read_both(root, find_project(root).options, "HEAD", TODAY)


def found(root: Path, moved: dict[str, str] | None = None) -> Found:
    return found_between(sides(root), moved or {})


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


def test_problem_that_stood_there_on_another_line_is_no_news(tmp_path: Path) -> None:
    faulty = GOOD + "grant: {amount: 1}\ntitel: x\n"
    start(tmp_path, faulty)
    write(tmp_path, "# Läst\n# mot protokollet\n" + faulty)
    assert (found(tmp_path).new, found(tmp_path).mended) == ((), ())


def test_second_problem_of_one_kind_is_news(tmp_path: Path) -> None:
    start(tmp_path, GOOD + "themes: [klimatet]\n")
    write(tmp_path, GOOD + "themes: [klimatet, resorna]\n")
    assert codes(found(tmp_path).new) == ["unknown-theme"]
    assert found(tmp_path).mended == ()


def test_problem_that_is_gone_is_mended(tmp_path: Path) -> None:
    start(tmp_path, GOOD.replace("recipient: kommunen", "recipient: komunen"))
    write(tmp_path, GOOD)
    assert codes(found(tmp_path).mended) == ["unknown-organisation"]


def test_problem_in_a_file_that_did_not_change_is_news_where_another_brought_it(tmp_path: Path) -> None:
    start(tmp_path, GOOD + "related: 2024/annat\n")
    write(tmp_path, GOOD.replace("500 000", "400 000"), "decisions/2024/annat.yml")
    commit(tmp_path)
    (tmp_path / "decisions/2024/annat.yml").unlink()
    assert [(one.code, one.path) for one in found(tmp_path).new if one.path == PLACE] == [("unknown-decision", PLACE)]


def test_problem_moves_with_its_file(tmp_path: Path) -> None:
    start(tmp_path, GOOD.replace("title: Cykelvägar i Norrby", "title: CYKELVÄGAR I NORRBY"))
    (tmp_path / PLACE).rename(tmp_path / "decisions/2024/nytt.yml")
    moved = found(tmp_path, {PLACE: "decisions/2024/nytt.yml"})
    assert codes(moved.new) == ["moved-without-redirect"]
    assert moved.mended == ()
