"""How the index is made: always the same, only what has changed anew, and never too many files."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from funding.labels import Words
from funding.pages.context import Context
from funding.pages.lists.found import words_of
from funding.register import Record
from funding.search import cache_of, families
from funding.search.analysis import Run
from funding.search.cached import MOST, runs_of
from funding.search.encoding import cut, read_uvarints, uvarints
from funding.search.facts import FACETS
from tests.search.conftest import DAY, PROJECTS, files_of, site_of, with_records
from tests.search.naive_documents import text_of_prose
from tests.search.naive_words import tokens
from tests.search.reading_back import Published

OTHER_COLUMNS = ("amount", "counts", "decided", "foreign")
SINGLE_FILES = len(("index.json", "words", "facets", "order-title", "order-id"))
MOST_FILES = 500


@pytest.fixture(scope="module")
def site(invented: Path) -> Context:
    return site_of(invented)


@pytest.fixture(scope="module")
def many(site: Context) -> Context:
    """Give a site of fifteen hundred decisions: the same ones again and again, under other ids."""
    copies = (replace(record, id=f"{id_}-{copy}") for copy in range(5) for id_, record in site.register.records.items())
    return with_records(site, {record.id: record for record in copies})


def with_title(site: Context, id_: str, title: str) -> Context:
    record = site.register.records[id_]
    changed = replace(record, original=record.original.model_copy(update={"title": title}), digest=f"of {title}")
    return with_records(site, {**site.register.records, id_: changed})


def test_same_decisions_give_the_same_bytes_whoever_works(site: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    records = site.register.records
    turned = with_records(site, {id_: records[id_] for id_ in reversed(list(records))})
    first = files_of(site)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    assert files_of(turned) == first


def test_what_is_kept_gives_the_same_and_only_what_changed_is_made_anew(many: Context, tmp_path: Path) -> None:
    cache, folder = cache_of(tmp_path), tmp_path / ".cache/search"

    def kept() -> set[str]:
        return {path.name for path in folder.iterdir()}

    first = files_of(many, cache)
    before = kept()
    assert len(before) > 3
    assert files_of(many, cache) == first
    assert kept() == before
    runs = {name for name in before if isinstance(cache.load(name), Run)}
    changed = with_title(many, next(iter(many.register.records)), "Ett helt annat namn")
    again = files_of(changed, cache)
    assert again == files_of(changed) != first
    assert len(runs - kept()) == 1
    assert len([name for name in kept() - before if isinstance(cache.load(name), Run)]) == 1


def test_files_of_an_index_that_lack_one_are_made_anew(site: Context, tmp_path: Path) -> None:
    cache, folder = cache_of(tmp_path), tmp_path / ".cache/search"
    first = files_of(site, cache)
    for entry in sorted(folder.iterdir()):
        entry.unlink()
        assert files_of(site, cache) == first


def test_words_that_are_kept_are_split_by_the_words_that_there_are_now(site: Context, tmp_path: Path) -> None:
    cache = cache_of(tmp_path)
    id_ = next(iter(site.register.records))
    for title in ("Zebravinthundar", "Zebravinthundar, zebra, vinthundar", "Vinthundar"):
        changed = with_title(site, id_, title)
        assert files_of(changed, cache) == files_of(changed)


def ids_of(runs: Iterable[Iterable[Record]]) -> list[list[str]]:
    return [[record.id for record in run] for run in runs]


def test_runs_stay_where_a_decision_comes_or_goes(many: Context) -> None:
    records = many.register.by_decided
    whole = ids_of(runs_of(records))
    assert [id_ for run in whole for id_ in run] == [record.id for record in records]
    assert len(whole) > 1
    for gone in (0, len(records) // 2, len(records) - 1):
        fewer = ids_of(runs_of([*records[:gone], *records[gone + 1 :]]))
        assert sum(run not in whole for run in fewer) <= 2, "its own, and the next where one was cut for its length"
    assert max(map(len, runs_of([records[1]] * 3 * MOST))) <= MOST


def test_site_without_decisions_has_an_index(site: Context) -> None:
    published = Published(files_of(with_records(site, {})))
    assert published.documents == 0
    assert published.named() == published.files.keys()
    assert (published.terms(), published.names(), published.lengths(), published.pages("rows")) == ({}, {}, {}, [])


def test_language_of_a_site_without_decisions_is_never_that_of_what_is_kept(site: Context, tmp_path: Path) -> None:
    cache, empty = cache_of(tmp_path), with_records(site, {})
    files_of(empty, cache)
    english = replace(empty, words=Words("en"))
    assert files_of(english, cache) == files_of(english)


def test_all_families_together_are_few_enough_files() -> None:
    most = sum(value for name, value in vars(families).items() if name.startswith("MOST_"))
    assert most + len(FACETS) + len(OTHER_COLUMNS) + SINGLE_FILES <= MOST_FILES


@given(st.lists(st.integers(1, 1000)), st.integers(1, 20), st.integers(1, 2000))
def test_cut_gives_no_more_runs_than_are_asked_for(sizes: list[int], most: int, least: int) -> None:
    runs = cut(sizes, most, least)
    assert [place for run in runs for place in run] == list(range(len(sizes)))
    assert len(runs) <= most
    assert all(sum(sizes[place] for place in run) >= least for run in runs[:-1])


@given(st.lists(st.integers(0, 2**40)))
def test_numbers_can_be_read_back(numbers: list[int]) -> None:
    assert read_uvarints(uvarints(numbers)) == numbers


SIGNS = st.text(st.sampled_from(list("aå1. *_[]()<>\\-+#&;`\n:/s")), max_size=40)


@given(SIGNS)
def test_words_of_markdown_are_those_of_its_text(text: str) -> None:
    assert tokens(words_of(text)) == tokens(text_of_prose(text) or "")


def test_index_of_the_day_says_the_day() -> None:
    assert Published(files_of(site_of(PROJECTS["own"]))).root["as_of"] == DAY.isoformat()
