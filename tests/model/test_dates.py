"""Dates to the day, the month or the year, and wordings that are no dates."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from funding.model.dates import Date, DateOrNotStated, Day, PartialDate, UnreadableDate
from funding.model.parsing import NOT_STATED

DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2199, 12, 31))


def read(value: Any, kind: Any = Date) -> Any:
    return TypeAdapter(kind).validate_python(value)


def codes(value: Any, kind: Any = Date) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        read(value, kind)
    return [fault["type"] for fault in caught.value.errors()]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-03-06", date(2024, 3, 6), date(2024, 3, 6)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("1800-01-01", date(1800, 1, 1), date(1800, 1, 1)),
        ("2199", date(2199, 1, 1), date(2199, 12, 31)),
    ],
)
def test_date_stands_for_days(text: str, first: date, last: date) -> None:
    found = read(text)
    assert (found.first, found.last, found.iso) == (first, last, text)


@given(DAYS)
def test_every_day_reads_back(day: date) -> None:
    assert read(day.isoformat()) == PartialDate(day.year, day.month, day.day)
    assert read(day.isoformat()).first == read(day.isoformat(), Day) == day


@pytest.mark.parametrize(
    "text", ["2024-02-30", "2023-02-29", "2024-13", "2024-00", "2024-00-01", "2024-05-00", "2024-04-31"]
)
def test_impossible_date(text: str) -> None:
    assert codes(text) == ["impossible-date"]


@pytest.mark.parametrize(
    "text", ["24-01-01", "2024-1-1", "2024/01/01", "1799", "2200", "2024-01-01T00:00", "maj 2024", "20240101"]
)
def test_text_that_is_no_date(text: str) -> None:
    assert codes(text) == ["date-not-readable"]


def test_printed_date_keeps_the_wording() -> None:
    found = read({"date": "2025-06", "as_printed": "2025-06-31"})
    assert found == PartialDate(2025, 6, None, "2025-06-31")
    assert read({"as_printed": "hösten 2025"}) == UnreadableDate("hösten 2025")


def test_every_fault_of_a_printed_date_is_told() -> None:
    assert codes({"date": "2025-13", "mer": "x"}) == ["impossible-date", "missing", "unexpected_keyword_argument"]
    assert codes({"date": {"as_printed": "x"}, "as_printed": "x"}) == ["not-a-single-value"]
    assert codes({"as_printed": "x" * 101}) == ["text-too-long"]


def test_not_stated() -> None:
    assert read("not_stated", DateOrNotStated) is NOT_STATED
    assert codes("not_stated") == ["not-stated-not-allowed"]


def test_day_is_exact() -> None:
    assert codes("2024-05", Day) == ["date-not-exact"]
    assert codes({"as_printed": "x"}, Day) == ["not-a-single-value"]


def test_before_holds_only_if_every_reading_does() -> None:
    assert read("2023-12").surely_before(read("2024-01-01"))
    assert not read("2024").surely_before(read("2024-06"))
    assert not read("2024-06").surely_before(read("2024"))
    assert not read("2024-06-01").surely_before(read("2024-06-01"))
