"""Texts, links, words, codes and ids."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from funding.model import texts
from funding.model.registers import Country
from funding.model.texts import one_of
from funding.model.vocabulary import Status


def read(kind: Any, value: Any) -> Any:
    return TypeAdapter(kind).validate_python(value)


def code(kind: Any, value: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    return caught.value.errors()[0]["type"]


def test_text_of_one_line_has_no_line_feed_and_no_space_around_it() -> None:
    assert read(texts.Title, " två\nrader\n") == "två rader"
    assert read(texts.Prose, "två\n\nrader\n") == "två\n\nrader"


def test_text_is_composed() -> None:
    assert read(texts.Title, "A\u030a") == "\u00c5"


def test_length_counts_what_was_typed_without_the_space_around_it() -> None:
    assert len(read(texts.Short, "x" * 400 + "\n")) == 400
    assert code(texts.Short, "x" * 401) == "text-too-long"


@pytest.mark.parametrize(
    "kind", [texts.Id, texts.Title, texts.Prose, texts.Truth, texts.Link, texts.Year, texts.DecisionId]
)
def test_every_kind_refuses_what_is_no_single_value_and_not_stated(kind: Any) -> None:
    assert code(kind, ["x"]) == "not-a-single-value"
    assert code(kind, {"x": "y"}) == "not-a-single-value"
    assert code(kind, "not_stated") == "not-stated-not-allowed"


def test_not_stated_is_no_text_with_space_around_it_either() -> None:
    assert code(texts.Title, " not_stated\n") == "not-stated-not-allowed"


@pytest.mark.parametrize(("text", "value"), [("true", True), ("false", False)])
def test_truth(text: str, *, value: bool) -> None:
    assert read(texts.Truth, text) is value


@pytest.mark.parametrize("text", ["yes", "no", "True", "on", "1", " true", "ja"])
def test_no_truth(text: str) -> None:
    assert code(texts.Truth, text) == "not-true-or-false"


def test_word_of_a_list_is_exact() -> None:
    word: TypeAdapter[Status] = TypeAdapter(Annotated[Status, one_of(Status)])
    assert word.validate_python("granted") is Status.GRANTED
    with pytest.raises(ValidationError) as caught:
        word.validate_python("granted ")
    assert caught.value.errors()[0]["ctx"] == {"given": "granted ", "vocabulary": "Status"}


@pytest.mark.parametrize("text", ["https://a.se", "http://a.se:80/x?y#z", "HTTPS://Å-Ä.se/ö(1)", "https://localhost/x"])
def test_link(text: str) -> None:
    assert read(texts.Link, text) == text


def test_link_of_documents_is_secure() -> None:
    assert code(texts.SecureLink, "http://a.se") == "link-not-https"
    assert code(texts.SecureLink, "javascript:alert(1)") == "link-not-http"
    assert read(texts.SecureLink, "HTTPS://a.se") == "HTTPS://a.se"


@pytest.mark.parametrize("text", ["2024/rus-genomforande", "1800/1", "2199/" + "a" * 80])
def test_id_of_a_decision(text: str) -> None:
    assert read(texts.DecisionId, text) == text


@pytest.mark.parametrize(
    "text", ["../../x", "2024/../x", "2024/X", "2024", "2024/", "/x", "24/x", "2024/index", "2024/x.yml", "2024/x/y"]
)
def test_no_id_of_a_decision(text: str) -> None:
    assert code(texts.DecisionId, text) == "bad-decision-id"


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        (texts.Months, "18", 18),
        (texts.Year, "2010", 2010),
        (texts.MunicipalityCode, "0114", "0114"),
        (texts.CountyCode, "01", "01"),
        (texts.Currency, "EUR", "EUR"),
        (Country, "NO", "NO"),
    ],
)
def test_codes(kind: Any, text: str, found: Any) -> None:
    assert read(kind, text) == found


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (texts.Months, "0", "months-not-a-number"),
        (texts.Months, "1000", "months-not-a-number"),
        (texts.Year, " 2010", "year-not-readable"),
        (texts.MunicipalityCode, "188", "bad-area-code"),
        (texts.CountyCode, "1880", "bad-area-code"),
        (texts.Currency, "sek", "bad-currency"),
        (Country, "SWE", "bad-country"),
        (Country, "ÅÄ", "bad-country"),
    ],
)
def test_no_codes(kind: Any, text: str, expected: str) -> None:
    assert code(kind, text) == expected
