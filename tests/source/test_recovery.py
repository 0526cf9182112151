"""What is broken in one block of a file hides nothing of the others, and makes nothing there look wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from funding.check.picture import picture_of
from funding.source import SourceFile, document_of
from tests.rules.cases import CASES, PLACE, lay, run

FILE = SourceFile("decisions/2024/fall.yml", id="2024/fall")
TEXT = (CASES / "parts-do-not-sum/bad.yml").read_text("utf-8")
BROKEN = {
    'title: "Cykelvägar': ("title: Cykelvägar i Norrby", 1, "unclosed-quote"),
    "title: Etapp: två": ("title: Cykelvägar i Norrby", 1, "unquoted-colon"),
    "title: Cykel\N{ZERO WIDTH SPACE}vägar": ("title: Cykelvägar i Norrby", 1, "forbidden-character"),
    "references: [24AB12": ("references: 24AB12", 4, "unclosed-bracket"),
    "references: *24AB12": ("references: 24AB12", 4, "alias"),
    "   end: 2025-03-31": ("  end: 2025-03-31", 16, "bad-indentation"),
}


def told(text: str) -> list[tuple[int | None, str]]:
    data = text.encode()
    found = picture_of(document_of(FILE, data, len(data))).findings
    return [(one.span.line if one.span else None, one.code) for one in found]


@pytest.mark.parametrize("broken", BROKEN)
def test_broken_block_hides_no_fault_of_another(broken: str) -> None:
    right, line, code = BROKEN[broken]
    assert right in TEXT
    assert told(TEXT.replace(right, broken)) == [(line, code), (None, "parts-do-not-sum")]


def test_two_broken_blocks_are_both_told() -> None:
    text = TEXT.replace("title: Cykelvägar", 'title: "Cykelvägar').replace("24AB12", "[24AB12")
    assert told(text) == [(1, "unclosed-quote"), (4, "unclosed-bracket"), (None, "parts-do-not-sum")]


def test_key_that_may_stand_in_the_broken_block_is_not_missed() -> None:
    assert told(TEXT.replace("status: granted", "  status: granted")) == [(2, "bad-indentation")]
    assert told(TEXT.replace("status: granted", "status granted")) == [(2, "missing-colon")]


def test_place_of_a_fault_below_a_broken_block_is_right(tmp_path: Path) -> None:
    lay(CASES / "parts-do-not-sum/bad.yml", tmp_path)
    (tmp_path / PLACE).write_text(TEXT.replace("title: ", 'title: "').replace("kommunen\n", "komunen\n"), "utf-8")
    checked = run(tmp_path)
    assert [(problem.line, problem.code) for problem in checked.problems] == [
        (1, "unclosed-quote"),
        (5, "unknown-organisation"),
        (11, "parts-do-not-sum"),
    ]
    assert not checked.register.records


def test_broken_entry_of_a_register_hides_no_fault_of_another_and_makes_no_id_unknown(tmp_path: Path) -> None:
    lay(CASES / "unknown-key/good.yml", tmp_path)
    file = tmp_path / "decisions/registers/bodies.yml"
    lines = file.read_text("utf-8").count("\n")
    file.write_text(file.read_text("utf-8") + 'a:\n  name: "A\nb:\n  nam: B\n', "utf-8")
    problems = run(tmp_path).problems
    told_there = [(problem.line, problem.code) for problem in problems if problem.path.endswith("bodies.yml")]
    assert (lines + 2, "unclosed-quote") in told_there
    assert (lines + 4, "unknown-key") in told_there
    assert "unknown-body" not in {problem.code for problem in problems}
