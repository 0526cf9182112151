"""The side of the revision is what a check of its own checkout gives, though what is the same is typed once."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from funding.against import Side, read_both
from funding.check.judged import judge
from funding.check.pictures import cache_of
from funding.check.reading import read
from funding.problem import Finding
from funding.progress import silent
from funding.project import find_project
from funding.register import Register
from tests.repository import commit, exchange, git
from tests.rules.cases import PROJECT, TODAY, case_files

CHANGES = sorted((Path(__file__).parents[1] / "changes/cases").iterdir())


def lay(case: Path, root: Path) -> None:
    shutil.copytree(PROJECT, root, dirs_exist_ok=True)
    shutil.copytree(case / "then", root, dirs_exist_ok=True)
    commit(root)
    exchange(root, case / "then", case / "now")


def known(findings: Iterable[Finding]) -> Counter[tuple[object, ...]]:
    return Counter((found.path, found.code, found.where, tuple(found.details.items())) for found in findings)


def fresh(root: Path) -> tuple[Register, list[Finding]]:
    options = find_project(root).options
    reading = read(root, options.decisions, cache_of(root), silent)
    return judge(reading, root, options, TODAY)


def view(register: Register, findings: Iterable[Finding]) -> object:
    records = {id_: (record.path, record.original) for id_, record in register.records.items()}
    return known(findings), records, {grave.id: grave for grave in register.tombstones}, register.lists


def of(side: Side) -> object:
    return view(side.register, side.findings)


@pytest.mark.parametrize("case", CHANGES, ids=lambda case: case.name)
def test_both_sides_are_as_if_each_was_checked_alone(case: Path, tmp_path: Path) -> None:
    project, checkout = tmp_path / "project", tmp_path / "checkout"
    lay(case, project)
    git(project, "worktree", "add", "--quiet", "--detach", str(checkout), "HEAD")
    sides = read_both(project, find_project(project).options, "HEAD", TODAY)
    assert of(sides.then) == view(*fresh(checkout))
    assert of(sides.now) == view(*fresh(project))
    git(project, "worktree", "remove", "--force", str(checkout))


def test_what_is_the_same_is_typed_once(tmp_path: Path) -> None:
    lay(CHANGES[0].with_name("new-decision"), tmp_path)
    sides = read_both(tmp_path, find_project(tmp_path).options, "HEAD", TODAY)
    id_ = "2024/cykelvagar"
    assert sides.then.register.records[id_] is sides.now.register.records[id_]
    assert sides.then.documents == {}
    assert sides.changed == {"decisions/2024/grona-bussar.yml"}


def test_settings_are_those_of_each_time(tmp_path: Path) -> None:
    lay(CHANGES[0].with_name("form-only"), tmp_path)
    settings = tmp_path / "mkdocs.yml"
    base = settings.read_text("utf-8")
    (tmp_path / "base.yml").write_text(base.replace("organisation: regionen", "organisation: kommunen"), "utf-8")
    settings.write_text("INHERIT: base.yml\n", "utf-8")
    commit(tmp_path)
    settings.write_text(base, "utf-8")
    sides = read_both(tmp_path, find_project(tmp_path).options, "HEAD", TODAY)
    assert (sides.then.options.organisation, sides.now.options.organisation) == ("kommunen", "regionen")


def test_folder_that_was_called_something_else_is_found(tmp_path: Path) -> None:
    lay(CHANGES[0].with_name("form-only"), tmp_path)
    commit(tmp_path)
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("organisation: regionen", "organisation: regionen\n      decisions: beslut")
    )
    (tmp_path / "decisions").rename(tmp_path / "beslut")
    sides = read_both(tmp_path, find_project(tmp_path).options, "HEAD", TODAY)
    assert sides.then.register.records.keys() == sides.now.register.records.keys() == {"2024/cykelvagar"}


def test_project_that_was_not_there_yet_was_empty(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("x", "utf-8")
    first = commit(tmp_path)
    lay(CHANGES[0].with_name("new-decision"), tmp_path)
    sides = read_both(tmp_path, find_project(tmp_path).options, first, TODAY)
    assert not sides.then.register.records
    assert len(sides.now.register.records) == 2


def test_link_that_stood_there_already_is_no_news(tmp_path: Path) -> None:
    lay(CHANGES[0].with_name("form-only"), tmp_path)
    (tmp_path / "decisions/2024/lank.yml").symlink_to("cykelvagar.yml")
    commit(tmp_path)
    (tmp_path / "decisions/2024/ny.yml").symlink_to("cykelvagar.yml")
    sides = read_both(tmp_path, find_project(tmp_path).options, "HEAD", TODAY)
    assert [found.path for found in sides.then.findings if found.code == "symlink"] == ["decisions/2024/lank.yml"]
    assert len([found for found in sides.now.findings if found.code == "symlink"]) == 2


def test_paper_that_is_taken_away_is_missed_only_today(tmp_path: Path) -> None:
    lay(CHANGES[0].with_name("form-only"), tmp_path)
    file = tmp_path / "decisions/2024/cykelvagar.yml"
    papers = "documents: [{title: Plan, file: projektbeskrivning.txt}, {title: Karta, file: karta.txt}]\n"
    file.write_text(file.read_text("utf-8") + papers, "utf-8")
    commit(tmp_path)
    (tmp_path / "docs/dokument/projektbeskrivning.txt").unlink()
    sides = read_both(tmp_path, find_project(tmp_path).options, "HEAD", TODAY)
    missing = [
        [found.details["given"] for found in side.findings if found.code == "document-missing"]
        for side in (sides.then, sides.now)
    ]
    assert missing == [["karta.txt"], ["projektbeskrivning.txt", "karta.txt"]]


def test_every_sort_of_file_that_is_the_same_is_taken_over(tmp_path: Path) -> None:
    project, checkout = tmp_path / "project", tmp_path / "checkout"
    lay(CHANGES[0].with_name("amount-corrected"), project)
    unchanged = {
        "decisions/2024/utkast.yml": "title: Utkast\nstatus: draft\n",
        "decisions/2024/borta.yml": "publication: {removed: {date: 2024-05-02, reason: Dubblett., }}\n",
        "decisions/2024/trasig.yml": "title: [\n",
        "decisions/2024/fel.yml": "title: Fel\nstatus: beviljad\n",
        "decisions/2024/Fel-namn.yml": "title: Fel namn\n",
        "decisions/registers/themes.yml": "klimat: [\n",
        "decisions/registers/sources.yml": "anslaget: {name: Anslag 1:1, kind: okänt}\n",
        "decisions/lapp.txt": "En lapp.\n",
    }
    for path, text in unchanged.items():
        (project / path).write_text(text, "utf-8")
    git(project, "add", "--all", "decisions/registers", *unchanged)
    git(project, "commit", "--quiet", "--message", "More")
    git(project, "worktree", "add", "--quiet", "--detach", str(checkout), "HEAD")
    sides = read_both(project, find_project(project).options, "HEAD", TODAY)
    assert sides.changed == {"decisions/2024/cykelvagar.yml"}
    assert of(sides.then) == view(*fresh(checkout))
    assert of(sides.now) == view(*fresh(project))
    drafts, known_ids = sides.then.reading.drafts, sides.then.reading.known
    assert (drafts, known_ids) == (sides.now.reading.drafts, sides.now.reading.known)
    assert sides.then.reading.unreadable == sides.now.reading.unreadable
    assert sides.then.reading.ids == sides.now.reading.ids


def test_whatever_is_wrong_with_files_that_are_the_same_was_wrong_then(tmp_path: Path) -> None:
    """Every bad case of the rules lies in one project, of which another file changes."""
    project, checkout = tmp_path / "project", tmp_path / "checkout"
    lay(CHANGES[0].with_name("amount-corrected"), project)
    for case in case_files("bad"):
        if case.is_file():
            shutil.copyfile(case, project / f"decisions/2024/{case.parent.name}-{case.stem}.yml")
    changed = project / "decisions/2024/cykelvagar.yml"
    text = changed.read_text("utf-8")
    commit(project)
    changed.write_text(text.replace("510 000", "520 000"), "utf-8")
    git(project, "worktree", "add", "--quiet", "--detach", str(checkout), "HEAD")
    sides = read_both(project, find_project(project).options, "HEAD", TODAY)
    assert sides.changed == {"decisions/2024/cykelvagar.yml"}
    assert len(sides.then.findings) > 100
    assert of(sides.then) == view(*fresh(checkout))
