"""The page of results is what the results give, and the targets are judged by them alone."""

from __future__ import annotations

import copy
import json
import re
from typing import Any

import pytest

from bench.report import NAMES, PAGE, page_of
from bench.run import RESULTS
from bench.targets import targets_of

COMMITTED: dict[str, Any] = json.loads(RESULTS.read_text("utf-8"))


def size_of(results: dict[str, Any], size: int) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in results["sizes"] if one["size"] == size)
    return found


def with_runs(name: str, wall: float, cpu: float, memory: int = 1) -> dict[str, Any]:
    """Give the committed results with one work at 10 000 decisions replaced."""
    results = copy.deepcopy(COMMITTED)
    size_of(results, 10_000)["works"][name]["runs"] = [{"wall": wall, "cpu": cpu, "memory": memory}]
    return results


def verdict(results: dict[str, Any], words: str) -> str:
    return next(target.verdict for target in targets_of(results) if words in target.name)


def test_the_page_is_made_from_the_results() -> None:
    assert PAGE.read_text("utf-8") == page_of(COMMITTED)


def test_every_work_of_the_results_has_a_name_on_the_page() -> None:
    assert {name for size in COMMITTED["sizes"] for name in size["works"]} <= NAMES.keys()


def test_a_target_is_met_only_in_wall_and_in_cpu_time() -> None:
    check = "Kontrollen mot"
    assert verdict(with_runs("check-jsonschema", 1e6, 1e6), check) == "ja"
    assert verdict(with_runs("check-jsonschema", 1e-3, 1e6), check) == "nej"
    assert verdict(with_runs("check-jsonschema", 1e6, 1e-3), check) == "nej"


@pytest.mark.parametrize(("memory", "word"), [(500_000_000, "ja"), (500_000_001, "nej")])
def test_memory_is_judged_to_the_byte(memory: int, word: str) -> None:
    assert verdict(with_runs("build", 1, 1, memory), "Minne för hela bygget, 10") == word


@pytest.mark.parametrize(("wall", "cpu", "word"), [(1, 1, "ja"), (1.01, 1, "nej"), (1, 1.01, "nej")])
def test_a_saved_file_is_shown_within_a_second_or_not(wall: float, cpu: float, word: str) -> None:
    results = copy.deepcopy(COMMITTED)
    size_of(results, 10_000)["works"]["preview"] = {"runs": [{"wall": wall, "cpu": cpu, "memory": 1}], "written": None}
    assert verdict(results, "Sparat beslut visat") == word
    assert "Förhandsvisning: sparad fil till visad sida" in page_of(results)


def test_what_was_not_measured_is_neither_met_nor_missed() -> None:
    results = copy.deepcopy(COMMITTED)
    results["sizes"] = [size_of(results, 10_000)]
    del results["sizes"][0]["works"]["hugo"]
    measured = {target.name: target for target in targets_of(results)}
    hugo = next(target for name, target in measured.items() if "Hugo" in name)
    assert (hugo.measured, hugo.verdict) == ("inte mätt i den här körningen", "–")


def test_a_peer_that_is_missing_is_told_with_how_to_install_it() -> None:
    results = copy.deepcopy(COMMITTED)
    missing = {"kind": "Missing", "name": "hugo", "install": "sudo apt-get install hugo"}
    del results["sizes"][0]["works"]["hugo"]
    results["sizes"][0]["left_out"].append(missing)
    assert "**Hugo** saknas på datorn. Så installeras det: sudo apt-get install hugo." in page_of(results)


def test_a_peer_that_failed_is_told() -> None:
    results = copy.deepcopy(COMMITTED)
    results["sizes"][0]["left_out"].append({"kind": "Failed", "name": "pagefind"})
    assert "**Pagefind på Hugos sidor** gick inte att köra här." in page_of(results)


def test_what_others_say_is_no_markup_on_the_page() -> None:
    results = copy.deepcopy(COMMITTED)
    results["machine"]["processor"] = "<script>alert(1)</script>"
    assert not re.search("<script", page_of(results))
