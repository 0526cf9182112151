"""Personal data is found wherever it hides, and no report repeats it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from funding.labels import Words
from funding.reporters import ON_TERMINAL, REPORTERS
from funding.source import load_texts
from tests.rules.cases import CASES, PLACE, lay, run

HIDDEN: dict[str, list[str]] = load_texts(Path(__file__).parent / "hidden.yml")
GOOD = CASES / "unknown-key/good.yml"
REPEATED = re.compile("11218|9876|174|06 05|0605|5050|1055")
FINGERPRINT = re.compile(r"\b[0-9a-f]{32,64}\b")
"""A digest in a report may hold any digits."""

NAMES = ("070-1740605.yml", "bankgiro-5050-1055.yml", "cykel-070-174-06-05.yml", "070-174 06 05.yml", "8112189876.yaml")


def reports(root: Path, lang: str) -> str:
    checked, words = run(root, lang), Words(lang)
    said = "".join(reporter(checked, words) for reporter in (*REPORTERS.values(), *ON_TERMINAL.values()))
    return FINGERPRINT.sub("", said)


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize(("code", "line"), [(code, line) for code, lines in HIDDEN.items() for line in lines])
def test_hidden_number_is_found_and_not_repeated(code: str, line: str, lang: str, tmp_path: Path) -> None:
    lay(GOOD, tmp_path)
    (tmp_path / PLACE).write_text(f"{GOOD.read_text('utf-8')}{line}\n", "utf-8")
    assert code in {problem.code for problem in run(tmp_path, lang).problems}
    assert not REPEATED.search(reports(tmp_path, lang))


@pytest.mark.parametrize("code", HIDDEN)
def test_number_in_a_register_is_not_repeated(code: str, tmp_path: Path) -> None:
    lay(GOOD, tmp_path)
    for line in HIDDEN[code]:
        (tmp_path / "decisions/registers/terms.yml").write_text(f"v-2024:\n  title: Villkor\n  {line}\n", "utf-8")
        assert code in {problem.code for problem in run(tmp_path).problems}
        assert not REPEATED.search(reports(tmp_path, "sv"))


@pytest.mark.parametrize("name", NAMES)
def test_number_in_a_name_is_not_repeated(name: str, tmp_path: Path) -> None:
    lay(GOOD, tmp_path)
    for folder in ("2020", "registers"):
        (tmp_path / "decisions" / folder).mkdir(exist_ok=True)
        (tmp_path / "decisions" / folder / name).write_text(GOOD.read_text("utf-8"), "utf-8")
    assert not REPEATED.search(reports(tmp_path, "sv"))
    assert run(tmp_path).problems
