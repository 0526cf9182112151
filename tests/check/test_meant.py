"""What an editor meant is asked, in the editor's own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from funding.problem import Problem
from tests.rules.cases import CASES, PLACE, lay, run

GOOD = CASES / "unknown-key/good.yml"
MEANT = {
    "  belopp: 500 000": ("  amount: 500 000", "Menade du amount?"),
    "mottagare: kommunen": ("recipient: kommunen", "Menade du recipient?"),
    "titel: Cykelvägar i Norrby": ("title: Cykelvägar i Norrby", "Menade du title?"),
    "  date: 6 mars 2024": ("  date: 2024-03-06", "Menade du 2024-03-06?"),
    "status: beviljat": ("status: granted", "Menade du granted?"),
}


def problems(root: Path, right: str, wrong: str, lang: str = "sv") -> tuple[Problem, ...]:
    lay(GOOD, root)
    text = (root / PLACE).read_text("utf-8")
    assert right in text
    (root / PLACE).write_text(text.replace(right, wrong), "utf-8")
    return run(root, lang).problems


@pytest.mark.parametrize("wrong", MEANT)
def test_one_problem_asks_what_was_meant(wrong: str, tmp_path: Path) -> None:
    right, hint = MEANT[wrong]
    assert [problem.hint for problem in problems(tmp_path, right, wrong)] == [hint]


def test_three_nearest_ids_are_asked_about(tmp_path: Path) -> None:
    register = "decisions/registers/organisations.yml"
    lay(GOOD, tmp_path)
    known = (tmp_path / register).read_text("utf-8")
    more = "".join(f"kommunen-{end}:\n  name: Kommunen {end}\n  type: municipality\n" for end in ("ett", "tre", "tva"))
    (tmp_path / register).write_text(known + more, "utf-8")
    (tmp_path / PLACE).write_text((tmp_path / PLACE).read_text("utf-8").replace(": kommunen\n", ": komunen\n"), "utf-8")
    hints = {lang: [problem.hint for problem in run(tmp_path, lang).problems] for lang in ("sv", "en")}
    assert all(hint and hint.count("kommunen") == 3 for hint in hints["sv"] + hints["en"])
    assert " eller kommunen-" in str(hints["sv"][0])
    assert " or kommunen-" in str(hints["en"][0])
