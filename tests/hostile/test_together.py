"""All hostile files in one project: one run tells of each, and none hides another."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from funding.check import check
from funding.options import Options
from funding.problem import Severity
from funding.project import find_project
from tests.hostile.case import HERE, PLACE
from tests.hostile.project import write_hostile_site
from tests.hostile.test_hostile import CASES, TODAY, WORDS
from tests.site.hostility import live
from tests.site.markup import read_markup
from tests.site.projects import ROOT
from tests.site.sites import build

SMALL = 10_000


@pytest.fixture(scope="module")
def options() -> Options:
    return find_project(ROOT).options.model_copy(update={"organisation": "regionen"})


def test_one_run_finds_every_fault(tmp_path: Path, options: Options) -> None:
    (tmp_path / "decisions/2024").mkdir(parents=True)
    shutil.copytree(HERE / "registers", tmp_path / "decisions/registers")
    expected = {}
    for number, case in enumerate(case for case in CASES if case.path == PLACE and len(case.content) < SMALL):
        path = f"decisions/2024/fil-{number}.yml"
        (tmp_path / path).write_bytes(case.content)
        expected[path] = case.lines
    assert len(expected) > 500
    found = check(tmp_path, options, WORDS["sv"], TODAY)
    assert check(tmp_path, options, WORDS["sv"], TODAY).problems == found.problems  # as the cache kept them
    lines: dict[str, set[int]] = {path: set() for path in expected}
    for problem in found.problems:
        if problem.severity is Severity.ERROR:
            lines[problem.path].add(problem.line)
    assert {path: found for path, found in lines.items() if found != expected[path]} == {}
    assert {record.path for record in found.register.records.values()} == {
        path for path, faulty in expected.items() if not faulty
    }


def test_faulty_examples_are_found_on_their_lines(shared: Path, tmp_path: Path) -> None:
    shutil.copytree(shared / "examples/decisions", tmp_path / "decisions")
    expected = json.loads((shared / "examples/faulty/expected.json").read_text("utf-8"))
    for name in expected:
        shutil.copyfile(shared / "examples/faulty" / name, tmp_path / "decisions/2024" / name)
    found = check(tmp_path, find_project(ROOT).options, WORDS["sv"], TODAY)
    errors = [problem for problem in found.problems if problem.severity is Severity.ERROR]
    assert {(Path(problem.path).name, problem.line) for problem in errors} == {
        (name, place["line"]) for name, place in expected.items()
    }
    assert len(found.register.records) == 40


def test_hostile_site_has_no_error(tmp_path: Path) -> None:
    count = write_hostile_site(tmp_path)
    project = find_project(tmp_path)
    found = check(tmp_path, project.options, WORDS["sv"], TODAY)
    assert [problem for problem in found.problems if problem.severity is Severity.ERROR] == []
    assert len(found.register.records) == count


def test_no_page_of_the_hostile_site_holds_live_markup(tmp_path: Path) -> None:
    project, site = tmp_path / "project", tmp_path / "site"
    project.mkdir()
    count = write_hostile_site(project)
    assert build(project, site) == ""
    pages = {path: read_markup(path.read_text("utf-8")) for path in site.rglob("*.html")}
    assert len(pages) > count
    faults = [
        f"{path}:{element.line}: {fault}"
        for path, markup in pages.items()
        for element in markup.elements
        if (fault := live(element))
    ]
    assert faults == []
