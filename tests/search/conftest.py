"""The indexes that the tests of the search read back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

import pytest

from bench.generate import generate
from funding.cache import Cache
from funding.check import check
from funding.labels import Words
from funding.pages.context import Context
from funding.pages.lists.found import search_folder
from funding.problem import Severity
from funding.project import find_project
from funding.register import Record, Register
from funding.search import SEARCH
from tests.search.naive_documents import Document, document_of
from tests.search.oracle import newness
from tests.search.reading_back import Published
from tests.site.projects import ROOT

DAY = date(2026, 11, 23)
INVENTED = "invented"
PROJECTS = {"every-field": ROOT / "tests/pages/project", "own": ROOT, "others": ROOT / "tests/regions/others"}


@dataclass(frozen=True)
class Indexed:
    """A site with its index, and what a naive reader finds in its register."""

    context: Context
    published: Published

    @property
    def register(self) -> Register:
        """Give the register as published."""
        return self.context.register

    @cached_property
    def records(self) -> list[Record]:
        """Give the decisions by number."""
        named = sorted(self.register.records.values(), key=lambda record: record.id)
        return sorted(named, key=newness, reverse=True)

    @cached_property
    def documents(self) -> list[Document]:
        """Give the decisions by number, as a naive reader sees them."""
        return [document_of(record, self.register, self.context.words) for record in self.records]


def site_of(project: Path, lang: str = "sv") -> Context:
    options = find_project(project).options.model_copy(update={"lang": lang})
    checked = check(project, options, Words(lang), DAY, cached=False)
    assert not checked.count(Severity.ERROR)
    return Context(checked.register.published(DAY), options, Words(lang), DAY, "https://lillan.example/under/")


def files_of(context: Context, cache: Cache | None = None) -> Mapping[str, bytes]:
    files = search_folder(context, cache).files()
    assert all(file.url.startswith(SEARCH) for file in files)
    return {file.url.removeprefix(SEARCH): file.render() for file in files}


def with_records(context: Context, records: Mapping[str, Record]) -> Context:
    return replace(context, register=replace(context.register, records=records))


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a project of three hundred invented decisions."""
    folder = tmp_path_factory.mktemp("invented")
    generate(folder, 300)
    return folder


@pytest.fixture(scope="session", params=[*PROJECTS, INVENTED])
def indexed(request: pytest.FixtureRequest, invented: Path) -> Indexed:
    """Give each site with its index in turn."""
    context = site_of(PROJECTS.get(request.param, invented))
    return Indexed(context, Published(files_of(context)))
