"""Money and percentages as people write them, and how each misspelling is told."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from funding.model.money import (
    LARGEST_AMOUNT,
    Amount,
    Change,
    Money,
    MoneyOrNotStated,
    MoneyOrZero,
    Payment,
    Percent,
    added,
    grouped,
)
from funding.model.parsing import NOT_STATED


def read(kind: Any, text: Any) -> Any:
    return TypeAdapter(kind).validate_python(text)


def refusal(kind: Any, text: Any) -> tuple[str, dict[str, Any]]:
    with pytest.raises(ValidationError) as caught:
        read(kind, text)
    [fault] = caught.value.errors()
    return fault["type"], fault.get("ctx", {})


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("2544984", Amount(2_544_984)),
        ("2 544 984", Amount(2_544_984)),
        ("2\u00a0544\u00a0984", Amount(2_544_984)),
        ("2\u202f544\u202f984 kr", Amount(2_544_984)),
        ("2\u2009544\u2009984kr", Amount(2_544_984)),
        ("ca 500 000", Amount(500_000, "ca")),
        ("drygt 4 800 000", Amount(4_800_000, "drygt")),
        ("knappt\u00a04800000\u00a0kr", Amount(4_800_000, "knappt")),
        ("1", Amount(1)),
        ("999 999 999 999", Amount(LARGEST_AMOUNT)),
        (" 5 ", Amount(5)),
    ],
)
def test_amount(text: str, amount: Amount) -> None:
    assert read(Money, text) == amount


@pytest.mark.parametrize(
    ("text", "code", "right"),
    [
        ("2.544.984", "amount-with-points", "2 544 984"),
        ("100.000", "amount-with-points", "100 000"),
        ("100,000 kr", "amount-with-points", "100 000"),
        ("100.000:-", "amount-with-points", "100 000"),
        ("2,5 mnkr", "amount-in-words", "2 500 000"),
        ("2.5 miljoner kronor", "amount-in-words", "2 500 000"),
        ("2 544 tkr", "amount-in-words", "2 544 000"),
        ("1,25 mdkr", "amount-in-words", "1 250 000 000"),
        ("3 MSEK", "amount-in-words", "3 000 000"),
        ("2 544 984,50", "amount-with-decimals", "2 544 984"),
        ("2544984.5 kr", "amount-with-decimals", "2 544 984"),
        ("1_000", "amount-not-a-number", None),
        ("1e2", "amount-not-a-number", None),
        ("nan", "amount-not-a-number", None),
        ("25 44", "amount-not-a-number", None),
        ("0123", "amount-not-a-number", None),
        ("\u0661\u0660\u0660", "amount-not-a-number", None),
        ("0", "amount-not-positive", None),
        ("-5", "amount-not-positive", None),
        ("\u22125", "amount-not-positive", None),
        ("1 000 000 000 000", "amount-too-large", None),
        ("9" * 5_000, "amount-not-a-number", None),
        ("not_stated", "not-stated-not-allowed", None),
        (["5"], "not-a-single-value", None),
    ],
)
def test_misspelt_amount_shows_the_right_spelling(text: Any, code: str, right: str | None) -> None:
    found, details = refusal(Money, text)
    assert (found, details.get("right")) == (code, right)


def test_zero_and_not_stated_stand_only_where_they_may() -> None:
    assert read(MoneyOrZero, "0") == Amount(0)
    assert read(MoneyOrNotStated, "not_stated") is NOT_STATED
    assert refusal(MoneyOrNotStated, "0")[0] == "amount-not-positive"


@pytest.mark.parametrize(("text", "value"), [("289 267", 289_267), ("-150 000", -150_000), ("\u22125 kr", -5)])
def test_change(text: str, value: int) -> None:
    assert read(Change, text) == Amount(value)


@pytest.mark.parametrize(
    ("text", "code"), [("0", "amount-not-positive"), ("ca 5", "approximate-change"), ("+5", "amount-not-a-number")]
)
def test_no_change(text: str, code: str) -> None:
    assert refusal(Change, text)[0] == code


@pytest.mark.parametrize(
    ("text", "value"), [("250 000,50", "250000.50"), ("250000.5", "250000.5"), ("0,01", "0.01"), ("12 kr", "12")]
)
def test_payment(text: str, value: str) -> None:
    assert read(Payment, text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0", "amount-not-positive"),
        ("0,00", "amount-not-positive"),
        ("-5", "amount-not-positive"),
        ("ca 5", "approximate-payment"),
        ("1.000", "amount-with-points"),
        ("5,555", "amount-with-points"),
        ("999 999 999 999,01", "amount-too-large"),
        ("9" * 5_000, "amount-not-a-number"),
    ],
)
def test_no_payment(text: str, code: str) -> None:
    assert refusal(Payment, text)[0] == code


@pytest.mark.parametrize(
    ("text", "value"),
    [("50", "50"), ("33,33", "33.33"), ("33.3", "33.3"), ("100,00", "100"), ("0,01", "0.01"), ("007", "7")],
)
def test_percent_is_never_written_with_an_exponent(text: str, value: str) -> None:
    assert str(read(Percent, text)) == value


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0", "percent-out-of-range"),
        ("0,00", "percent-out-of-range"),
        ("100,01", "percent-out-of-range"),
        ("999", "percent-out-of-range"),
        ("33,333", "percent-too-precise"),
        ("50 %", "percent-sign"),
        ("50%", "percent-sign"),
        ("-5", "percent-not-a-number"),
        ("1000", "percent-not-a-number"),
        (".5", "percent-not-a-number"),
        ("1e1", "percent-not-a-number"),
    ],
)
def test_no_percent(text: str, code: str) -> None:
    assert refusal(Percent, text)[0] == code


def test_sum_is_approximate_if_one_part_is() -> None:
    assert added([Amount(1), Amount(2)]) == Amount(3)
    assert added([Amount(1), Amount(2, "ca"), Amount(3, "drygt")]) == Amount(6, "ca")


def test_thousands_stand_apart() -> None:
    assert [grouped(1), grouped(1_000), grouped(Decimal("1234567.5"))] == ["1", "1 000", "1 234 567,5"]
    assert [grouped(Decimal("300000.0")), grouped(Decimal("-0.25"))] == ["300 000", "-0,25"]
