"""A slip of the pen in a real decision is mended to what stood there, and nothing else in the file is another."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from funding.check import Checked, check
from funding.labels import Words
from funding.model.reading import read_decision
from funding.project import find_project
from funding.source import list_files, read_document
from funding.writing.meaning import comments
from funding.writing.mending import mend
from funding.writing.mends.spot import Known
from tests.rules.cases import TODAY
from tests.site.projects import ROOT
from tests.writing.documents import REGIONS
from tests.writing.slips import slips

WORDS = Words("sv"), Words("en")
PROJECTS = {"own": ROOT, "others": REGIONS / "others", "vasterbotten-gotland": REGIONS / "vasterbotten-gotland"}
EACH_FILE = 3


def checked(root: Path) -> Checked:
    project = find_project(root)
    return check(project.root, project.options, WORDS[0], TODAY, cached=False)


@pytest.mark.parametrize("name", PROJECTS)
def test_slip_is_mended(name: str, tmp_path: Path) -> None:
    shutil.copyfile(PROJECTS[name] / "mkdocs.yml", tmp_path / "mkdocs.yml")
    for folder in ("decisions", "docs"):
        if (PROJECTS[name] / folder).is_dir():
            shutil.copytree(PROJECTS[name] / folder, tmp_path / folder)
    sound = checked(tmp_path)
    known = Known(sound.register, WORDS)
    tried = same = 0
    for number, file in enumerate(file for file in list_files(tmp_path, "decisions").files if file.id):
        before = read_document(tmp_path, file)
        chance = Random(number)  # noqa: S311 - chance, not secrecy
        found = slips(before, chance)
        for slip in chance.sample(found, min(EACH_FILE, len(found))):
            wrong = slip.made_in(before.text)
            (tmp_path / file.path).write_text(wrong, "utf-8")
            problems = [one for one in checked(tmp_path).problems if one.path == file.path]
            made = mend(file, wrong.encode(), problems, known)
            if made is not None:
                (tmp_path / file.path).write_bytes(made.content)
                after = read_document(tmp_path, file)
                assert read_decision(after).decision == read_decision(before).decision, wrong
                assert comments(after.text) == comments(before.text)
                now = Counter(one.code for one in checked(tmp_path).problems)
                assert now == Counter(one.code for one in sound.problems)
                same += 1
            tried += 1
            (tmp_path / file.path).write_text(before.text, "utf-8")
    assert tried > 20
    assert same >= tried * 0.8, (same, tried)
