"""The page about the search index names what is published; that of synonyms shows a file that passes the check."""

from __future__ import annotations

import re

import pytest

from funding.search.facts import FACETS
from tests.search.conftest import files_of, site_of
from tests.search.reading_back import Published
from tests.site.projects import ROOT

ABOUT = ROOT / "docs/om"
PAGE = (ABOUT / "drift/sokindex.md").read_text("utf-8")


@pytest.fixture(scope="module")
def published() -> Published:
    return Published(files_of(site_of(ROOT / "tests/pages/project")))


def first_cells(heading: str) -> list[str]:
    table = PAGE.partition(f"| {heading} |")[2].partition("\n\n")[0]
    cells = [line.split("|")[1] for line in table.splitlines()[2:]]
    return [name for cell in cells for name in re.findall(r"`(\w+)`", cell)]


def test_every_key_of_the_index_is_explained_in_its_order(published: Published) -> None:
    assert first_cells("Nyckel i `index.json`") == list(published.root)


def test_every_column_is_explained(published: Published) -> None:
    named = first_cells("Kolumn")
    assert named[: len(FACETS)] == list(FACETS)
    assert set(published.root["columns"]) <= set(named)
    assert set(named) - set(published.root["columns"]) <= {"foreign"}


def test_every_family_has_a_place_in_the_text(published: Published) -> None:
    families = {name.split(".")[0].split("-")[0] for name in published.files}
    assert families == {*re.findall(r"`(\w+)`", PAGE)} & families | {"column", "order", "index"}


def test_the_example_of_synonyms_is_from_our_own_file_which_is_checked() -> None:
    text = (ABOUT / "redaktion/synonymer.md").read_text("utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    for line in example.splitlines()[1:]:
        assert line in (ROOT / "synonyms.yml").read_text("utf-8")
