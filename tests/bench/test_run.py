"""The whole benchmark runs, on a few decisions, and what it finds can be shown."""

from __future__ import annotations

import importlib.util

from bench.profile import STEPS, step_of
from bench.report import page_of
from bench.run import run_all


def test_a_small_benchmark_measures_everything_and_gives_a_page() -> None:
    results = run_all([12], 1)
    size = results["sizes"][0]
    named = {*size["works"], *(work["name"] for work in size["left_out"])}
    assert {"build", "build-unchanged", "build-changed", "check", "check-cached", "preview"} <= size["works"].keys()
    assert {"hugo", "pagefind", "check-jsonschema", "material", "floor-1", "floor-2"} <= named
    for work in size["works"].values():
        assert all(run["wall"] > 0 and run["cpu"] > 0 and run["memory"] > 0 for run in work["runs"])
    assert size["works"]["floor-1"]["written"] == size["works"]["build-changed"]["written"]
    assert {"decision-pages", "mkdocs", "read"} <= results["profile"]["steps"].keys()
    assert "## 12 beslut" in page_of(results)


def test_every_module_that_the_profile_names_is_there() -> None:
    assert [name for name, _ in STEPS if importlib.util.find_spec(name) is None] == []


def test_the_profile_knows_the_steps_of_modules() -> None:
    assert step_of("funding.source.document", {}) == "read"
    assert step_of("funding.pages.decision.glance", {}) == "decision-pages"
    assert step_of("funding.pages.prose", {}) is None
    assert step_of("funding.newcomer.part", {}) == "newcomer"
    assert step_of("yaml.nodes", {}) is None
    rules = {"funding.rules.unknown_theme": "judge-whole"}
    assert step_of("funding.rules.unknown_theme", rules) == "judge-whole"
    assert step_of("funding.judging.spelling", rules) == "judge-shared"
