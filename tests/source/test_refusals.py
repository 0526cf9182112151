"""Each rule of reading refuses what it should, on the line that says ``# expect: code``, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from funding.source import REFUSED
from tests.source.reading import place, read

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
EXPECT = re.compile(r"# expect: ([a-z-]+)$")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_refused_where_the_file_says(case: Path, tmp_path: Path) -> None:
    text = case.read_text("utf-8")
    expected = [(line, match[1]) for line, given in enumerate(text.split("\n"), 1) if (match := EXPECT.search(given))]
    found = [(finding.span.line, finding.code) for finding in read(tmp_path, text).findings if finding.span]
    assert sorted(found) == expected


def test_sound_file_is_a_tree_of_text(tmp_path: Path) -> None:
    document = read(tmp_path, (Path(__file__).parent / "cases/sound.yml").read_text("utf-8"))
    assert document.findings == ()
    assert document.tree == {
        "title": 'Ett projekt: "Åäö" 😀',
        "status": "granted",
        "references": "0212000142",
        "summary": "Två rader blir en.\n",
        "rationale": "En rad.\n\nEn till *med* stjärnor & annat!\n",
        "decision": {"body": "not_stated", "date": "2024-03-01"},
        "grant": {"per_year": {"2010": "886 757"}, "shares": [{"percent": "33,33", "of": "no"}]},
    }


@pytest.mark.parametrize("text", ["0212000142", "12:30", "no", "True", "1_000", "1e3", "0x1F", "2024-02-30", ".nan"])
def test_scalars_stay_the_text_that_was_typed(text: str, tmp_path: Path) -> None:
    document = read(tmp_path, f"plain: {text}\nquoted: '{text}'\n{text}: x\n")
    assert document.tree == {"plain": text, "quoted": text, text: "x"}


def test_refused_value_keeps_its_place_in_a_list(tmp_path: Path) -> None:
    document = read(tmp_path, 'a:\n  - ~\n  - x\n  - "\\u202E"\n  - y\nb: []\n')
    assert document.tree == {"a": [REFUSED, "x", REFUSED, "y"], "b": REFUSED}


def test_comma_refuses_the_value_that_it_splits(tmp_path: Path) -> None:
    document = read(tmp_path, "a: {percent: 33,33, of: x}\n")
    assert document.tree == {"a": {"percent": REFUSED, "of": "x"}}
    assert place(document.findings[0]) == ("comma-splits-value", 1, 14, 1, 19)
    assert document.findings[0].details == {"given": "33,33", "key": "percent", "meant": "33.33"}


def test_list_of_words_in_braces_is_no_split_number(tmp_path: Path) -> None:
    assert read(tmp_path, "a: [x,y, z]\nb: {c: 1, d: 2}\n").findings == ()


def test_depth_of_twenty_is_read_and_twenty_one_is_not(tmp_path: Path) -> None:
    assert read(tmp_path, "a: " + "[" * 19 + "x" + "]" * 19).findings == ()
    assert read(tmp_path, "a: " + "[" * 20 + "x" + "]" * 20).findings[0].code == "nested-too-deep"


def test_findings_of_one_file_are_at_most_a_hundred(tmp_path: Path) -> None:
    assert len(read(tmp_path, "a: x\n" * 500).findings) == 100
    assert len(read(tmp_path, "a: &b x\n" * 500).findings) == 100
