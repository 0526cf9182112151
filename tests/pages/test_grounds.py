"""A page is the same as long as the digest of what it is made from is, whatever else is edited."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from funding.check import check
from funding.digests import digest
from funding.labels import Words
from funding.pages import parts
from funding.pages.lists import paged
from funding.pages.site import Site, site_pages
from funding.project import find_project
from tests.editing import Editor
from tests.rules.cases import TODAY
from tests.site.projects import ROOT

EDITS = 200
SITE = "https://beslut.example/"


def made(root: Path, day: int) -> Site:
    options = find_project(root).options
    words, today = Words(options.lang), TODAY + timedelta(days=day)
    return site_pages(check(root, options, words, today, cached=False).register, options, words, today, SITE)


def joined(site: Site) -> Iterator[tuple[str, str]]:
    """Give the digest of everything that each page and file is made from, and of what is made."""
    for section in site.sections:
        for one in section.listed:
            if one.ground is not None:
                yield digest(one.url, site.ground, one.ground), digest(one.render())


@pytest.fixture
def short_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a list go on after a few rows, so that a small project has lists of several pages."""
    for module in (parts, paged):
        monkeypatch.setattr(module, "ROWS", 4)


@pytest.mark.usefixtures("short_lists")
def test_same_ground_is_the_same_page_after_two_hundred_edits(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "decisions", tmp_path / "decisions")
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    editor = Editor(tmp_path, seed=1)
    known = dict(joined(made(tmp_path, 0)))
    kept = 0
    for number in range(EDITS):
        edit = editor.edit()
        for ground, page in joined(made(tmp_path, number // 50)):
            assert known.setdefault(ground, page) == page, edit
            kept += 1
    assert kept > EDITS
