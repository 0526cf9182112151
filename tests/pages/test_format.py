from datetime import date
from decimal import Decimal
from typing import Literal

import pytest

from funding.labels import Words
from funding.model.dates import PartialDate, UnreadableDate
from funding.model.money import Amount
from funding.pages.format import Format, alphabetical

SV, EN = Format(Words("sv")), Format(Words("en"))


@pytest.mark.parametrize(
    ("value", "sv", "en"),
    [
        (0, "0 kr", "SEK 0"),
        (999, "999 kr", "SEK 999"),
        (2_544_984, "2 544 984 kr", "SEK 2,544,984"),
        (-1_000, "−1 000 kr", "SEK −1,000"),
        (Decimal("1234.50"), "1 234,50 kr", "SEK 1,234.50"),
        (Decimal("1234.00"), "1 234 kr", "SEK 1,234"),
    ],
)
def test_money(value: int | Decimal, sv: str, en: str) -> None:
    assert (SV.money_text(value), EN.money_text(value)) == (sv, en)


def test_money_keeps_together_with_ordinary_spaces() -> None:
    assert SV.money(1_000) == '<span class="num">1 000 kr</span>'
    assert SV.money(1_000, "EUR") == '<span class="num">1 000 EUR</span>'


@pytest.mark.parametrize(
    ("percent", "sv", "en"),
    [("50", "50 %", "50%"), ("33.33", "33,33 %", "33.33%"), ("1E+2", "100 %", "100%"), ("0.5", "0,5 %", "0.5%")],
)
def test_percent(percent: str, sv: str, en: str) -> None:
    assert SV.percent(Decimal(percent)).striptags() == sv
    assert EN.percent(Decimal(percent)).striptags() == en


def test_an_approximate_amount_keeps_its_word() -> None:
    assert SV.amount(Amount(4_800_000, "drygt")) == 'drygt <span class="num">4 800 000 kr</span>'
    assert EN.amount(Amount(5, "knappt")) == 'just under <span class="num">SEK 5</span>'


def test_a_date_is_as_exact_as_it_is_known() -> None:
    assert SV.day(date(2024, 1, 2)) == '<time datetime="2024-01-02">2024-01-02</time>'
    assert SV.day(PartialDate(2024, 1)) == '<time datetime="2024-01">2024-01</time>'
    assert (
        SV.day(PartialDate(2025, 6, None, "2025-06-31"))
        == '<time datetime="2025-06">2025-06</time> <span class="printed">(i källan: ”2025-06-31”)</span>'
    )
    assert SV.day(UnreadableDate("<b>snart</b>")) == "i källan: ”&lt;b&gt;snart&lt;/b&gt;”"


@pytest.mark.parametrize(("lang", "one", "two"), [("sv", "1 månad", "2 månader"), ("en", "1 month", "2 months")])
def test_plurals(lang: Literal["sv", "en"], one: str, two: str) -> None:
    form = Format(Words(lang))
    assert form.counted_text("decision.months", 1) == one
    assert form.counted("decision.months", 2).striptags() == two


def test_a_sentence_without_its_details_raises() -> None:
    with pytest.raises(KeyError):
        SV.say("decision.at_most")


def test_details_are_escaped_once() -> None:
    assert SV.say("decision.at_most", amount="<1>") == "högst &lt;1&gt;"
    assert SV.say("decision.at_most", amount=SV.money(1)) == 'högst <span class="num">1 kr</span>'


def test_swedish_letters_stand_last() -> None:
    names = ["Östra", "Ale", "Ås", "Ängelholm", "Zeta", "Éa", "ale"]
    assert sorted(names, key=alphabetical) == ["Ale", "ale", "Éa", "Zeta", "Ås", "Ängelholm", "Östra"]
