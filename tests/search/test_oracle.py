"""The oracle itself is right: it gives the sums that a reader must find, and reads words as the specification says."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from funding.check import check
from funding.labels import Words
from funding.project import find_project
from tests.search.naive_documents import FACETS
from tests.search.naive_matching import Lists
from tests.search.naive_query import asked_names, names_of
from tests.search.naive_words import Compounds, fits, key, one_edit_apart, plain, tokens
from tests.search.oracle import Oracle, median
from tests.search.states import States
from tests.site.projects import ROOT, copy_project

LISTS = Lists(
    ["och", "för", "i"],
    ["bidrag"],
    ["avslag"],
    ["ning"],
    [["buss", "kollektivtrafik"], ["elfordon", "elektriska bilar"]],
    ["bredband"],
)
NAMED_OTHERWISE = {"themes": "theme"}


@pytest.fixture(scope="module")
def examples(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Oracle:
    folder = tmp_path_factory.mktemp("examples")
    copy_project(ROOT, folder, "https://example.org/", shared / "examples/decisions")
    project, words = find_project(folder), Words("sv")
    return Oracle(check(project.root, project.options, words, date(2026, 11, 23)).register, words, LISTS)


def test_counts_and_sums_are_those_that_a_reader_must_find(examples: Oracle, shared: Path) -> None:
    told: dict[str, Any] = json.loads((shared / "examples/sums.json").read_text("utf-8"))
    everything = examples.answer("")
    assert (len(everything.ids), everything.sum) == (told.pop("count"), told.pop("granted_sum"))
    for name, values in told.items():
        facet = NAMED_OTHERWISE.get(name, name)
        assert facet in FACETS
        assert everything.facets[facet] == {value: one["count"] for value, one in values.items()}
        for value, one in values.items():
            answer = examples.answer(f"{facet}={value}")
            assert (len(answer.ids), answer.sum) == (one["count"], one["granted_sum"]), f"{facet}={value}"


def test_what_is_excluded_and_what_is_left_are_all(examples: Oracle) -> None:
    everything = set(examples.answer("").ids)
    for facet, values in examples.answer("").facets.items():
        for value in values:
            kept, rest = (set(examples.answer(f"{facet}={sign}{value}").ids) for sign in ("", "-"))
            assert kept | rest == everything
            assert not kept & rest


@pytest.mark.parametrize(
    ("search", "same"),
    [
        ("q=tema:klimat", "theme=klimat"),
        ("q=-TEMA:Klimat", "theme=-klimat"),
        ("q=status:beviljad belopp:>=1000000", "status=granted&amount=1000000-"),
        ("q=beslutat:2020..2021-06", "decided=2020-01-01..2021-06-30"),
        ("q=utveckling&exact=1", "q=UTVECKLING&exact=1"),
    ],
)
def test_fields_in_the_text_are_filters(examples: Oracle, search: str, same: str) -> None:
    assert set(examples.answer(search).ids) == set(examples.answer(same).ids) != set()


def test_every_search_that_is_drawn_has_an_answer(examples: Oracle) -> None:
    drawn = list(States(examples).draw(300))
    assert drawn == list(States(examples).draw(300))
    found = [len(examples.answer(search).ids) for search in drawn]
    assert sum(0 < count < len(examples.documents) for count in found) > 0.3 * len(found)


def test_words() -> None:
    assert tokens("Grön\u00adskande 3D-Printing, NÄRINGSLIV_2") == ["grönskande", "3d", "printing", "näringsliv", "2"]
    assert plain("åäöéøæß") == "aaoeoæß"
    assert key("näringslivet") == key("naringsliv") != key("näringslivsutveckling")
    assert key("åren2020") == "aren2020"
    assert fits("naring", "näring")
    assert not fits("näring", "naring")


def test_endings_come_off_one_after_the_other() -> None:
    for forms in (
        "utbyggnad utbyggnader",
        "analys analyser",
        "verkstad verkstäder",
        "skolan skola skolor",
        "organ organet",
    ):
        assert len({key(form) for form in forms.split()}) == 1
    assert key("resan") == "res"
    assert key("plan") == "plan"


def test_compounds() -> None:
    compounds = Compounds(
        ["utbyggnad", "kvinna", "forskning", "landsbygd", "rådgivning", "bredbandsutbyggnaden", "energikontor"],
        ["bredband", "energi", "kontor"],
        ["ning"],
    )
    assert compounds.parts("bredbandsutbyggnaden") == {"bredbands", "utbyggnaden"}
    assert compounds.split("bredbandskontoren") == ("bredbands", "kontoren")
    assert compounds.split("kvinnoforskning") == ("kvinn", "forskning")
    assert compounds.split("landsbygdsforskningen") == ("landsbygds", "forskningen")
    assert compounds.split("rådgivning") is None


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [("energi", "energi", True), ("enrgi", "energi", True), ("enegri", "energi", True), ("enxrgi", "energi", True),
     ("eenergi", "energi", True), ("enegir", "energi", False), ("energier", "energi", False)],
)  # fmt: skip
def test_one_edit(one: str, other: str, near: bool) -> None:  # noqa: FBT001 - a row of the table
    assert one_edit_apart(one, other) is one_edit_apart(other, one) is near


@pytest.mark.parametrize(
    "typed", ["Dnr 24RS01034", "24 rs 1034", "24-RS-1034", "dnr24rs1034", "diarienummer: 24RS1034"]
)
def test_spellings_of_a_number(typed: str) -> None:
    assert asked_names([typed]) & names_of("24RS1034")


@pytest.mark.parametrize(
    "typed", ["232100-0164", "16232100-0164", "SE232100016401", "org nr 2321000164", "232100 0164"]
)
def test_spellings_of_an_organisation_number(typed: str) -> None:
    assert "2321000164" in asked_names([typed])


@pytest.mark.parametrize(("amounts", "middle"), [([], None), ([5], 5), ([3, 1, 2], 2), ([1, 2], 2), ([2, 4], 3)])
def test_the_middle(amounts: list[int], middle: int | None) -> None:
    assert median(amounts) == middle
