"""The judged queries are many, each time the same, and right by the records; what is counted of answers is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bench.corpus import AS_OF
from bench.judged.corpus import write_corpus
from bench.judged.facts import Facts, Thing, lasts
from bench.judged.gathered import gather, gather_second, gather_third
from bench.judged.metrics import quality, recall, reciprocal_rank
from bench.judged.queries import Judged, judged
from funding.check import check
from funding.labels import Words
from funding.problem import Severity
from funding.project import find_project
from tests.site.projects import ROOT

COUNT = 400
QUERY = judged("kind", "text", frozenset({"a", "b"}), frozenset({"c"}))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("judged") / "project"
    write_corpus(folder, COUNT)
    return folder


@pytest.fixture(scope="module")
def facts(folder: Path) -> Facts:
    project = find_project(folder)
    checked = check(project.root, project.options, Words("sv"), date.fromisoformat(AS_OF))
    assert checked.count(Severity.ERROR) == 0
    return Facts(checked.register)


@pytest.fixture(scope="module")
def queries(facts: Facts) -> list[Judged]:
    return gather(facts)


def test_the_corpus_has_the_invented_and_the_real_decisions(facts: Facts) -> None:
    real = {path.relative_to(ROOT / "decisions").as_posix() for path in (ROOT / "decisions").glob("2*/*.yml")}
    assert {f"{id_}.yml" for id_ in facts.records} >= real
    assert len(facts.records) == COUNT + len(real)


def test_there_are_more_than_two_hundred_each_time_the_same(facts: Facts, queries: list[Judged]) -> None:
    assert len(queries) > 200
    assert queries == gather(facts)
    repeated = [text for text, times in Counter((query.kind, query.text) for query in queries).items() if times > 1]
    assert repeated == []


@pytest.mark.parametrize(("gathered", "least"), [(gather_second, 60), (gather_third, 40)])
def test_each_set_has_others(
    facts: Facts, queries: list[Judged], gathered: Callable[[Facts], list[Judged]], least: int
) -> None:
    own, others = gathered(facts), {gather_second, gather_third} - {gathered}
    assert len(own) >= least
    assert own == gathered(facts)
    known = [*queries, *(query for other in others for query in other(facts))]
    assert not {query.text.lower() for query in own} & {query.text.lower() for query in known}


def test_what_is_right_is_there_and_is_not_nearly_everything(facts: Facts, queries: list[Judged]) -> None:
    for query in (*queries, *gather_second(facts), *gather_third(facts)):
        assert query.grades.keys() <= facts.records.keys()
        assert 0 < len(query.right) < len(facts.records)


def test_a_thing_is_named_in_any_form(facts: Facts) -> None:
    thing, ids = max(facts.things.items(), key=lambda pair: (len(pair[1]), pair[0].first))
    for id_ in ids:
        told = " ".join(facts.told(id_)).lower()
        assert any(form in told for form in thing.forms)


def test_forms_of_a_thing() -> None:
    last = next(number for number, forms in enumerate(lasts()) if forms[0] == "skola")
    assert Thing("energi", last).forms == ("energiskola", "energiskolan", "energiskolor", "energiskolorna")


@pytest.mark.parametrize(
    ("ids", "found", "rank"),
    [
        ([], 0, 0),
        (["a"], 0.5, 1),
        (["c", "b"], 0.5, 0.5),
        (["x", "y", "a", "b"], 1, 1 / 3),
        ([*"cdefghijkl", "a"], 0, 0),
    ],
)
def test_recall_and_rank(ids: list[str], found: float, rank: float) -> None:
    assert recall(QUERY, ids) == found
    assert reciprocal_rank(QUERY, ids) == rank


def test_ten_are_all_that_there_is_room_for() -> None:
    many = judged("kind", "text", frozenset(f"{number}" for number in range(40)))
    assert recall(many, [f"{number}" for number in range(10)]) == 1


def test_quality_is_the_mean_of_each_kind_and_of_all() -> None:
    other = judged("other", "text", frozenset({"a"}))
    told = quality([(QUERY, ["a"]), (other, ["a"])])
    assert (told["kind"].recall, told["other"].recall, told["all"].recall) == (0.5, 1, 0.75)
    assert told["all"].queries == 2
