"""Personal data is found in every spelling, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from funding import personal
from funding.personal import BLOT, blot, find_personal, find_typed, luhn, redact, redact_path
from funding.personal.digits import digit_runs
from funding.source import load_texts
from tests.quickness import within
from tests.site.projects import ROOT

HERE = Path(__file__).parent
FOUND: dict[str, list[str]] = load_texts(HERE / "found.yml")
IMPERSONAL: dict[str, list[str]] = load_texts(HERE / "impersonal.yml")
NAMES: dict[str, list[str]] = load_texts(HERE / "names.yml")
LARGEST = 256_000
PIECES = (*"0129.:-_a( \n\u00a0å", "20", "2024", "2024-03-06", "  ", "\n  ", ": ")


def every(texts: dict[str, list[str]]) -> list[Any]:
    return [pytest.param(kind, text, id=text) for kind, group in texts.items() for text in group]


def hidden(text: str) -> str:
    """Put the blot where the marks say that something is to be hidden."""
    before, _, rest = text.partition("«")
    return before + BLOT + rest.partition("»")[2]


@pytest.mark.parametrize(("finder", "text"), every(FOUND))
def test_what_is_personal_is_found_and_hidden(finder: str, text: str) -> None:
    plain = text.replace("«", "").replace("»", "")
    [(sighting, _)] = find_typed(plain, getattr(personal, finder))
    assert plain[sighting.start : sighting.end] == text[text.index("«") + 1 : text.index("»")]
    assert redact(plain) == hidden(text)


@pytest.mark.parametrize(("kind", "text"), every(IMPERSONAL))
def test_what_is_not_personal_is_left(kind: str, text: str) -> None:
    assert list(find_typed(text, find_personal)) == [], kind
    assert redact(text) == text


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_digits_are_found_alike_in_every_alphabet(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert digit_runs(text) == digit_runs(f"{text}\N{CYRILLIC SMALL LETTER A}")


@pytest.mark.parametrize("path", NAMES["found"])
def test_number_in_a_name_is_found_and_hidden(path: str) -> None:
    assert redact_path(path.replace("«", "").replace("»", "")) == hidden(path)


@pytest.mark.parametrize("path", NAMES["left"])
def test_name_without_a_number_is_left(path: str) -> None:
    assert redact_path(path) == path


def test_blot_keeps_every_line_and_place() -> None:
    text = "före\nrationale: |\n  Numret är 811218-\n  9876, två rader.\nefter 019-602 70 00\n"
    shown = blot(text)
    assert len(shown) == len(text)
    assert [len(line) for line in shown.split("\n")] == [len(line) for line in text.split("\n")]
    assert "811218" not in shown
    assert "9876" not in shown
    assert "602" not in shown


def test_stretches_that_overlap_are_hidden_once() -> None:
    assert redact("tel. 070-123 45 67") == f"tel. {BLOT}"


@pytest.mark.parametrize("digits", ["8112189876", "2321000164", "2120000142"])
def test_check_digit(digits: str) -> None:
    assert luhn(digits)
    assert not any(luhn(digits[:-1] + str(other)) for other in range(10) if str(other) != digits[-1])


def assert_impersonal(paths: Iterable[Path]) -> None:
    for path in paths:
        assert list(find_typed(path.read_text("utf-8"), find_personal)) == [], path
        assert redact_path(path.name) == path.name


def test_own_decisions_and_other_regions_hold_nothing_personal() -> None:
    assert_impersonal((ROOT / "decisions").rglob("*.yml"))
    assert_impersonal((ROOT / "tests/regions").glob("*/decisions/**/*.yml"))


def test_examples_and_facts_hold_nothing_personal(shared: Path) -> None:
    assert_impersonal((*(shared / "examples/decisions").rglob("*.yml"), shared / "data/real_decisions.yaml"))


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "a.b@",
        "1 ",
        "811218-9876 ",
        "8",
        "x (at) ",
        "SE35",
        "tel 12345 ",
        "konto 1234567, ",
        "1\n ",
        "1-",
        "\\x30",
        "0 ",
        "07-",
        "\\\n",
    ],
)
def test_the_largest_file_is_looked_through_in_a_moment(piece: str) -> None:
    text = piece * (LARGEST // len(piece))
    within(2, lambda: blot(text))
