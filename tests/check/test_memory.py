"""A check that remembers the last one in the same process says the same as one that does not."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from funding.check import Memory, check, pictures
from funding.check.picture import Picture, picture_of
from funding.check.reading import read
from funding.judging.rule import Whole
from funding.labels import Words
from funding.problem import KeyPath
from funding.progress import silent
from funding.project import find_project
from funding.register import Record, Register
from funding.reporters import REPORTERS
from funding.rules import LONE_RULES
from funding.source import Document
from tests.editing import Editor
from tests.rules.cases import TODAY, case_files, lay
from tests.site.projects import ROOT

EDITS = 60


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "decisions", tmp_path / "decisions")
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    return tmp_path


def test_memory_changes_nothing_that_is_said(root: Path) -> None:
    memory, editor = Memory(), Editor(root, seed=2)
    for number in range(EDITS):
        options, day = find_project(root).options, TODAY + number // 20 * timedelta(days=400)
        words = Words("en" if number % 10 > 7 else "sv")
        remembering = check(root, options, words, day, cached=False, memory=memory)
        afresh = check(root, options, words, day, cached=False)
        assert REPORTERS["json"](remembering, words) == REPORTERS["json"](afresh, words)
        assert remembering.register == afresh.register
        assert remembering.paths == afresh.paths
        editor.edit()


@pytest.mark.parametrize("code", [rule.code for rule in LONE_RULES])
def test_lone_rule_finds_the_same_of_a_decision_whatever_others_there_are(code: str, tmp_path: Path) -> None:
    (rule,) = (rule for rule in LONE_RULES if rule.code == code)
    lay(next(case for case in case_files("bad") if case.parent.name == code), tmp_path)
    shutil.copytree(ROOT / "decisions/2024", tmp_path / "decisions/2024", dirs_exist_ok=True)
    reading = read(tmp_path, "decisions", None, silent)
    options = find_project(tmp_path).options
    register = Register(reading.records, (), reading.registers, options.organisation)

    def found(records: Mapping[str, Record]) -> set[tuple[str, KeyPath]]:
        ids = frozenset(reading.ids)
        shown = replace(register, records=records)
        whole = Whole(shown, reading.known, ids, frozenset(), frozenset(), (), options, TODAY, tmp_path, ())
        return {(fault.path or "", fault.where) for fault in rule.check(whole)}

    together = found(reading.records)
    assert together == {one for id_, record in reading.records.items() for one in found({id_: record})}
    assert together


@pytest.mark.parametrize("code", [rule.code for rule in LONE_RULES])
def test_what_a_lone_rule_found_is_forgotten_with_the_day_and_the_registers(code: str, tmp_path: Path) -> None:
    lay(next(case for case in case_files("bad") if case.parent.name == code), tmp_path)
    memory, words, options = Memory(), Words("sv"), find_project(tmp_path).options

    def found(day: date) -> set[str]:
        checked = check(tmp_path, options, words, day, cached=False, memory=memory)
        assert checked.problems == check(tmp_path, options, words, day, cached=False).problems
        return {problem.code for problem in checked.problems}

    assert code in found(TODAY)
    found(date(1999, 1, 1))
    found(date(2099, 1, 1))
    (tmp_path / "decisions/registers/bodies.yml").unlink()
    found(TODAY)


def test_only_the_changed_file_is_judged_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory, words, options = Memory(), Words("sv"), find_project(root).options
    check(root, options, words, TODAY, cached=False, memory=memory)
    judged: list[str] = []

    def noted(document: Document) -> Picture:
        judged.append(document.path)
        return picture_of(document)

    monkeypatch.setattr(pictures, "picture_of", noted)
    changed = min((root / "decisions/2024").iterdir())
    changed.write_text(f"{changed.read_text('utf-8')}# granskad\n", "utf-8")
    check(root, options, words, TODAY, cached=False, memory=memory)
    assert judged == [changed.relative_to(root).as_posix()]


def test_what_is_gone_is_forgotten(root: Path) -> None:
    memory, words, options = Memory(), Words("sv"), find_project(root).options
    check(root, options, words, TODAY, cached=False, memory=memory)
    gone = min((root / "decisions/2024").iterdir())
    assert f"2024/{gone.stem}" in memory.records
    gone.unlink()
    now = check(root, options, words, TODAY, cached=False, memory=memory)
    assert memory.records.keys() == memory.found.keys() == now.register.records.keys()
    assert memory.told.keys() == {problem.path for problem in now.problems}
