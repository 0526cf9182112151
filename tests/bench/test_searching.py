"""Searching is measured for every engine that is there, and the page tells it."""

from __future__ import annotations

import copy
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from bench.searching.browser import browsing
from bench.searching.engines import MAKERS, lacking
from bench.searching.measuring import keystrokes
from bench.searching.report import FORMS, KINDS, NAMES, search_section, search_targets
from bench.searching.run import JUDGED_ONLY, size_up

TEXTS = ["energi", "kultur karlskoga"]
QUALITY = {"queries": 9, "recall": 0.97, "mrr": 0.9}
PEER = {"queries": 9, "recall": 0.6, "mrr": 0.5}


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("searching")

    def measure() -> dict[str, Any]:
        with browsing() as browser:
            return size_up(folder, 30, browser, TEXTS)

    with ThreadPoolExecutor(1) as apart:  # other tests' browser holds this thread's event loop
        return apart.submit(measure).result()


def results(size: int, ours: dict[str, Any], peer: dict[str, float] = PEER) -> dict[str, Any]:
    engines = {"ours": dict.fromkeys(("all", *KINDS), QUALITY), "lunr": dict.fromkeys(("all", *KINDS), peer)}
    first = {"queries": 9, "engines": engines}
    other = {"queries": 5, "engines": {name: {"all": one["all"]} for name, one in engines.items()}}
    judged = {"decisions": 2_000, "first": first, "second": other, "third": other, "cut": ["stemmed"]}
    sizes = [
        {"size": size, "keys": len(keystrokes(TEXTS)), "engines": {"ours": ours}, "left_out": {"lunr": "too slow"}}
    ]
    return {"date": "2026-11-23", "commit": "a0f991bcff", "judged": judged, "sizes": sizes}


def verdict(search: dict[str, Any], words: str) -> str:
    return next(target.verdict for target in search_targets(search) if words in target.name)


def test_every_engine_that_is_there_is_measured(measured: dict[str, Any]) -> None:
    there = {name for name in MAKERS.keys() - JUDGED_ONLY if lacking(name) is None}
    assert measured["engines"].keys() == there
    for engine in measured["engines"].values():
        assert engine["files"] > 0
        assert engine["bytes"] > 0
        assert 1_000 < engine["first"]["median"] <= engine["first"]["most"] < engine["first"]["most_raw"]
        for typing in engine["typing"].values():
            assert typing["keys"] == len(keystrokes(TEXTS))
            assert 0 < typing["p50"] <= typing["p95"]
    ours = measured["engines"]["ours"]
    assert ours["first"]["most"] < ours["whole"]["most"]
    page = ours["page"]
    assert page["desktop"]["keys"] == page["slowed"]["keys"] == len(keystrokes(TEXTS))
    files = measured["engines"]["ours"]["taken"]
    assert files.keys() == FORMS.keys()
    for file in files.values():
        assert file["seconds"] > 0
        assert file["bytes"] > 30 * len("2024-01-31")


def test_keys_are_pressed_one_by_one() -> None:
    assert set(keystrokes(["en å"])) == {"e", "en", "en å"}


def test_the_page_tells_each_engine_and_kind(measured: dict[str, Any]) -> None:
    section = search_section(results(10_000, measured["engines"]["ours"]))
    assert section is not None
    assert section["names"] == [NAMES["ours"], NAMES["lunr"]]
    assert len(section["first"]["kinds"]) == 1 + len(KINDS)
    assert section["first"]["kinds"][0]["cells"] == ["0,97 / 0,90", "0,60 / 0,50"]
    assert section["second"]["kinds"] == section["third"]["kinds"] == section["first"]["kinds"][:1]


def test_what_was_cut_short_is_told(measured: dict[str, Any]) -> None:
    ours = copy.deepcopy(measured["engines"]["ours"])
    section = search_section(results(10_000, ours))
    assert section is not None
    assert (len(section["cut"]), section["sizes"][0]["cut"]) == (1, [])
    assert "för lång tid" in section["sizes"][0]["left_out"][0]
    ours["typing"]["slowed"]["keys"] -= 1
    ours["typing"]["desktop"] = None
    section = search_section(results(10_000, ours))
    assert section is not None
    assert len(section["sizes"][0]["cut"]) == 2
    assert section["sizes"][0]["rows"][0]["desktop"] == "–"
    ours["ready"] = None
    section = search_section(results(10_000, ours))
    assert section is not None
    assert "inom 60 sekunder" in section["sizes"][0]["cut"][0]


@pytest.mark.parametrize(("bytes_", "word"), [(150_000, "ja"), (150_001, "nej")])
def test_bytes_are_judged_to_the_byte(measured: dict[str, Any], bytes_: int, word: str) -> None:
    ours = copy.deepcopy(measured["engines"]["ours"])
    ours["first"]["most"] = bytes_
    assert verdict(results(10_000, ours), "Hämtat till första") == word
    assert verdict(results(300, ours), "Hämtat till första") == "–"


@pytest.mark.parametrize(("late", "word"), [(50.0, "ja"), (50.1, "nej")])
def test_a_key_must_be_answered_on_the_real_page(measured: dict[str, Any], late: float, word: str) -> None:
    ours = copy.deepcopy(measured["engines"]["ours"])
    ours["page"]["desktop"]["p95"] = late
    assert verdict(results(10_000, ours), "vanlig dator") == word


@pytest.mark.parametrize(("took", "word"), [(2.0, "ja"), (2.01, "nej")])
def test_a_workbook_must_be_there_in_time(measured: dict[str, Any], took: float, word: str) -> None:
    ours = copy.deepcopy(measured["engines"]["ours"])
    ours["taken"]["xlsx"]["seconds"] = took
    assert verdict(results(10_000, ours), "Excelfil") == word
    section = search_section(results(10_000, ours))
    assert section is not None
    assert [line.partition(":")[0] for line in section["sizes"][0]["taken"]] == list(FORMS.values())


@pytest.mark.parametrize(("peer", "word"), [(0.96, "ja"), (0.97, "nej")])
def test_better_means_better_than_the_best(measured: dict[str, Any], peer: float, word: str) -> None:
    search = results(10_000, measured["engines"]["ours"], {"queries": 9, "recall": peer, "mrr": 0.1})
    assert verdict(search, "Rätt beslut bland de tio första, mot") == word


def test_what_was_not_measured_is_neither_met_nor_missed() -> None:
    assert {target.verdict for target in search_targets(None)} == {"–"}
    assert search_section(None) is None
