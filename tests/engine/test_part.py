"""Several builds each write their part of a site; together they have written all of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from funding.engine.fault import Fault
from funding.engine.part import Part, parse_part
from tests.engine.building import build, built, tree

PARTS = 3
PLACES = [f"beslut/{year}/projekt-{number}/index.html" for year in range(2012, 2027) for number in range(100)]


@pytest.mark.parametrize(("given", "part"), [("1/1", Part(1, 1)), ("2/8", Part(2, 8)), ("12/12", Part(12, 12))])
def test_part_is_a_number_of_so_many(given: str, part: Part) -> None:
    assert parse_part(given) == part


@pytest.mark.parametrize("given", ["", "0/3", "4/3", "1/0", "1", "1/2/3", "-1/3", "a/b", "1/3 ", "١/٣"])
def test_what_is_no_part_is_refused(given: str) -> None:
    with pytest.raises(Fault):
        parse_part(given)


def test_every_file_is_in_one_part_and_parts_are_alike_in_size() -> None:
    parts = [Part(number + 1, 4) for number in range(4)]
    assert all(sum(part.has(place) for part in parts) == 1 for place in PLACES)
    sizes = [sum(part.has(place) for place in PLACES) for part in parts]
    assert max(sizes) < 1.2 * min(sizes)


def test_parts_laid_over_each_other_are_the_site(project: Path) -> None:
    whole = tree(built(project))
    laid: dict[str, bytes] = {}
    for number in range(1, PARTS + 1):
        built(project, FUNDING_PART=f"{number}/{PARTS}")
        part = tree(project / f"site-{number}-of-{PARTS}")
        assert len(part) < len(whole)
        assert all(laid.setdefault(path, content) == content for path, content in part.items())
    assert laid == whole
    assert tree(project / "site") == whole


def test_folder_belongs_to_one_part_whole(project: Path) -> None:
    found = []
    for number in range(1, PARTS + 1):
        built(project, FUNDING_PART=f"{number}/{PARTS}")
        found.append(sum(path.startswith("search/") for path in tree(project / f"site-{number}-of-{PARTS}")))
    assert sorted(found) == [0, 0, 2]


def test_part_is_built_again_in_its_place(project: Path) -> None:
    for number in range(1, PARTS + 1):
        built(project, FUNDING_PART=f"{number}/{PARTS}")
        before = tree(project / f"site-{number}-of-{PARTS}")
        built(project, FUNDING_PART=f"{number}/{PARTS}")
        assert tree(project / f"site-{number}-of-{PARTS}") == before


def test_build_of_no_part_says_so(project: Path) -> None:
    done = build(project, FUNDING_PART="9/8")
    assert done.returncode == 1
    assert "9/8" in done.stdout
    assert "Traceback" not in done.stdout
