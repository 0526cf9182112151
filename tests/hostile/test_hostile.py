"""Every hostile file gives errors on the right lines, or is accepted; none a traceback, none over a second."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from funding.check import Checked, check
from funding.labels import Words
from funding.options import Options
from funding.problem import Severity
from funding.project import find_project
from funding.reporters import REPORTERS
from tests.hostile import characters, dates, entries, keys, later, links, markup, numbers, people, structure
from tests.hostile.case import HERE, PLACE, SOUND, Case, numbered, refused, seeds
from tests.quickness import within
from tests.site.projects import ROOT

FAMILIES = (characters, structure, keys, numbers, dates, links, people, later, markup, entries)
CASES = numbered(case for family in FAMILIES for case in family.cases())
TODAY = date(2026, 11, 23)
WORDS = {lang: Words(lang) for lang in ("sv", "en")}
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
MOST_SECONDS = 1.0


@pytest.fixture(scope="module")
def options() -> Options:
    return find_project(ROOT).options.model_copy(update={"organisation": "regionen"})


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a project with one sound decision and registers."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "decisions/2024").mkdir(parents=True)
    shutil.copytree(HERE / "registers", folder / "decisions/registers")
    (folder / "decisions/2024/sund.yml").write_text(SOUND, "utf-8")
    return folder


def checked(root: Path, options: Options, case: Case, lang: str = "sv") -> Checked:
    path = root / case.path
    kept = path.read_bytes() if path.exists() else None
    path.write_bytes(case.content)
    try:
        return check(root, options, WORDS[lang], TODAY, cached=False)
    finally:
        path.unlink()
        if kept is not None:
            path.write_bytes(kept)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_hostile_file(case: Case, root: Path, options: Options) -> None:
    def told() -> tuple[Checked, list[str]]:
        found = checked(root, options, case)
        return found, [reporter(found, WORDS["sv"]) for reporter in REPORTERS.values()]

    found, texts = within(MOST_SECONDS, told)
    errors = [problem for problem in found.problems if problem.severity is Severity.ERROR]
    assert {problem.path for problem in errors} <= {case.path}, errors
    assert {problem.line for problem in errors} == case.lines, errors
    assert case.code is None or case.code in {problem.code for problem in found.problems}
    assert "2024/sund" in found.register.records
    assert ("2024/fientlig" in found.register.records) is (case.path == PLACE and not case.lines)
    assert not any(UNSEEN.search(text) for text in texts)
    assert not any("\n" in f"{problem.message}{problem.hint}" for problem in found.problems)


def test_there_are_five_hundred() -> None:
    assert len(CASES) >= 500


def test_sound_file_has_no_problem(root: Path, options: Options) -> None:
    assert check(root, options, WORDS["sv"], TODAY, cached=False).problems == ()


@pytest.mark.parametrize("text", [*seeds("personal-numbers"), *seeds("contacts")])
@pytest.mark.parametrize("start", ["summary:", "status:", "remarks:"])
def test_personal_data_is_never_repeated(text: str, start: str, root: Path, options: Options) -> None:
    line = f'"Ring {text} i dag": x' if start == "remarks:" else f'{start} "Ring {text} i dag."'
    found = checked(root, options, refused(text, start, line))
    for reporter in REPORTERS.values():
        shown = reporter(found, WORDS["sv"])
        assert PLACE in shown
        assert text not in shown
        assert "9876" not in shown
