"""Cases of what can be wrong: files that show it and files that do not, each put into the same small project.

``tests/cases/<code>/bad*.yml`` and ``good*.yml`` are decisions; a folder ``bad*/`` or ``good*/`` is laid over the
project. In a bad case ``# expect: code ...`` stands beside the faulty line or alone above it; for what has no text of
its own (a link, a folder) ``expected.txt`` says ``path line code``.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from funding.check import Checked, check
from funding.labels import Words
from funding.problem import Problem
from funding.project import find_project

CASES = Path(__file__).parents[1] / "cases"
PROJECT = Path(__file__).parent / "project"
PLACE = "decisions/2024/fall.yml"
TODAY = date(2024, 6, 1)
_MARK = re.compile(rb"#\s*expect: ([a-z0-9 -]+)")


@dataclass(frozen=True, slots=True)
class Expected:
    """A problem that must be found; a mark alone on its line means the next one, or where there is none itself."""

    path: str
    lines: tuple[int, ...]
    code: str

    def is_met_by(self, problem: Problem) -> bool:
        """Tell whether a problem is this one."""
        return (problem.path, problem.code) == (self.path, self.code) and problem.line in self.lines


def case_files(kind: str) -> list[Path]:
    """List the cases of a kind, ``bad`` or ``good``."""
    return sorted(CASES.glob(f"*/{kind}*"))


def lay(case: Path, root: Path) -> dict[str, Path]:
    """Make the project of a case in an empty folder and give the files of the case by their paths in it."""
    shutil.copytree(PROJECT, root, dirs_exist_ok=True)
    if case.is_dir():
        files = {path.relative_to(case).as_posix(): path for path in case.rglob("*") if path.name != "expected.txt"}
        shutil.copytree(case, root, symlinks=True, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
        return {path: file for path, file in files.items() if file.is_file() and not file.is_symlink()}
    (root / PLACE).parent.mkdir(exist_ok=True)
    shutil.copyfile(case, root / PLACE)
    return {PLACE: case}


def expectations(case: Path, files: dict[str, Path]) -> list[Expected]:
    """Read what a case expects."""
    listed = case / "expected.txt"
    found = list(_listed(listed)) if listed.is_file() else []
    for path, file in files.items():
        found.extend(_marked(path, file.read_bytes()))
    return found


def missed(expected: Iterable[Expected], problems: Iterable[Problem]) -> tuple[list[Expected], list[Problem]]:
    """Give what was expected and not found, and what was found and not expected."""
    left = list(problems)
    unmet: list[Expected] = []
    for one in expected:
        met = next((problem for problem in left if one.is_met_by(problem)), None)
        if met is None:
            unmet.append(one)
        else:
            left.remove(met)
    return unmet, left


def run(root: Path, lang: str = "sv", today: date = TODAY) -> Checked:
    """Check a project as the command does, but for the cache: to look after it takes ten times as long as the check."""
    project = find_project(root)
    return check(project.root, project.options, Words(lang), today, cached=False)


def _listed(file: Path) -> Iterator[Expected]:
    for line in file.read_text("utf-8").splitlines():
        path, number, code = line.rsplit(" ", 2)
        yield Expected(path, (int(number),), code)


def _marked(path: str, content: bytes) -> Iterator[Expected]:
    for number, line in enumerate(content.split(b"\n"), 1):
        mark = _MARK.search(line)
        if mark:
            alone = not line[: mark.start()].strip(b" \xef\xbb\xbf")
            for code in mark[1].decode().split():
                yield Expected(path, (number, number + 1) if alone else (number,), code)
