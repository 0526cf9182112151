"""What a check finds, as people and programs read it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from funding.check import Checked
from funding.labels import Words
from funding.model.registers import Registers
from funding.personal import redact_path
from funding.problem import Problem, Severity
from funding.register import Register
from funding.reporters import ASIDES, ON_TERMINAL, REPORTERS

HERE = Path(__file__).parent
TEXT = "title: Cykelvägar\nstatus: beviljad\nsummary: Ring 019-602 70 00.\n"
PLACE = "decisions/2024/x.yml"
PROBLEMS = (
    Problem("decisions/2024/bilaga.pdf", 1, 1, "stray-file", 1, 1, Severity.ERROR, "Hör inte hit.", "Ta bort den."),
    Problem(
        PLACE, 2, 9, "unknown-value", 2, 17, Severity.ERROR, "”beviljad” är inget giltigt värde.", "Menade du granted?"
    ),
    Problem(PLACE, 3, 15, "phone-number", 3, 28, Severity.WARNING, "Här står ett telefonnummer.", "Ta bort det."),
    Problem(PLACE, 3, 1, "summary-missing", 3, 8, Severity.NOTE, "Bra.", None, "https://example.org/beslut/"),
)
REGISTER = Register({}, (), Registers(), "regionen")
SOME = Checked(PROBLEMS, ("decisions/2024/x.yml", "decisions/2024/y.yml"), REGISTER, {PLACE: TEXT})
NONE = Checked((), ("decisions/2024/y.yml",), REGISTER, {})


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize(("checked", "name"), [(SOME, "some"), (NONE, "none")])
def test_text_is_as_it_was_read_and_approved(checked: Checked, name: str, lang: str) -> None:
    assert REPORTERS["text"](checked, Words(lang)) == (HERE / f"{name}.{lang}.txt").read_text("utf-8")


def test_colours_change_nothing_but_colour() -> None:
    coloured = ON_TERMINAL["text"](SOME, Words("sv"))
    assert "\x1b[1;31mfel\x1b[0m" in coloured
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == REPORTERS["text"](SOME, Words("sv"))


def test_plain_text_has_no_colour() -> None:
    assert "\x1b" not in REPORTERS["text"](SOME, Words("sv"))


def test_json_is_the_contract() -> None:
    found = json.loads(REPORTERS["json"](SOME, Words("sv")))
    assert list(found) == ["version", "files", "counts", "problems"]
    assert found["version"] == 1
    assert found["files"] == 2
    assert found["counts"] == {"error": 2, "warning": 1, "note": 1}
    assert found["problems"][1] == {
        "path": "decisions/2024/x.yml",
        "line": 2,
        "column": 9,
        "end_line": 2,
        "end_column": 17,
        "severity": "error",
        "code": "unknown-value",
        "message": "”beviljad” är inget giltigt värde.",
        "hint": "Menade du granted?",
        "url": None,
    }
    assert found["problems"][3]["hint"] is None
    assert found["problems"][3]["url"] == "https://example.org/beslut/"


REPORTS = (*REPORTERS.values(), *ON_TERMINAL.values(), *(aside.report for aside in ASIDES.values()))


def test_no_report_repeats_personal_data() -> None:
    for report in REPORTS:
        assert "602" not in report(SOME, Words("sv"))


def test_no_report_repeats_the_name_of_a_file_that_is_personal() -> None:
    path = "decisions/2024/811218-9876.yml"
    found = Problem(redact_path(path), 1, 1, "personal-file-name", 1, 1, Severity.ERROR, "Filnamnet.")
    for checked in (Checked((found,), (path,), REGISTER, {redact_path(path): TEXT}), replace(NONE, paths=(path,))):
        for report in REPORTS:
            assert "811218" not in report(checked, Words("sv"))
