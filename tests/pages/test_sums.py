"""The sums that a reader meets equal those of the register, and those that the examples give."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.pages.conftest import ROOT
from tests.pages.made import MadeSite, make_site

FOLDERS = {
    "source": "finansiering",
    "body": "namnd",
    "recipient": "mottagare",
    "municipality": "kommun",
    "themes": "tema",
    "year": "ar",
}


@pytest.fixture(scope="module")
def examples(shared: Path) -> MadeSite:
    return make_site(ROOT, decisions=shared / "examples/decisions")


@pytest.fixture(scope="module")
def sums(shared: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((shared / "examples/sums.json").read_text("utf-8"))
    return found


def money(kronor: int) -> str:
    return f"{kronor:,} kr".replace(",", " ")


@pytest.mark.parametrize("facet", FOLDERS)
def test_each_page_gives_the_sum_of_the_examples(examples: MadeSite, sums: dict[str, Any], facet: str) -> None:
    for name, given in sums[facet].items():
        url = f"{FOLDERS[facet]}/{name}/"
        if name == "none":
            assert url not in examples.urls
        else:
            text = examples.text(url)
            assert f"Beviljat av Region Örebro län {money(given['granted_sum'])}" in re_spaced(text), url


@pytest.mark.parametrize("facet", ["source", "body", "recipient", "municipality", "themes"])
def test_each_list_gives_the_counts_of_the_examples(examples: MadeSite, sums: dict[str, Any], facet: str) -> None:
    content = examples.page(f"{FOLDERS[facet]}/").content.partition("<tbody>")[2]
    for name, given in sums[facet].items():
        if name != "none":
            row = content.partition(f'<a href="../{FOLDERS[facet]}/{name}/">')[2].partition("</tr>")[0]
            assert f'<span class="num">{given["count"]}</span> ärende' in row
            assert money(given["granted_sum"]) in row


def test_the_list_of_decisions_gives_all(examples: MadeSite, sums: dict[str, Any]) -> None:
    assert examples.page("beslut/").content.count("<li data-id=") == sums["count"]
    assert money(sums["granted_sum"]) in examples.text("beslut/")
    assert money(sums["granted_sum"]) in examples.text("")


def test_proposals_are_in_no_sum(own: MadeSite) -> None:
    start = own.text("")
    assert "2 544 984" not in start.partition("Senaste besluten")[0]
    assert start.count("2 544 984") == start.count("högst 2 544 984 kr föreslaget, inte beslutat") == 1
    assert "2 544 984" not in own.text("statistik/")


def test_others_money_has_its_own_row(lillan: MadeSite) -> None:
    text = re_spaced(lillan.text("mottagare/nybolaget/"))
    assert "Beviljat av Region Lillan 0 kr" in text
    assert "Beviljat av andra 800 000 kr" in text
    assert "+ 1 beslut utan belopp" in text
    assert "och 12 000 EUR" in text


def test_a_former_recipient_keeps_the_decision_in_its_list_but_not_in_its_sum(lillan: MadeSite) -> None:
    text = re_spaced(lillan.text("mottagare/lillbolaget/"))
    assert "Beviljat av Region Lillan 300 000 kr" in text
    assert "tidigare mottagare" in text


def test_a_partner_gets_a_sum_of_its_own_that_overlaps(lillan: MadeSite) -> None:
    text = re_spaced(lillan.text("mottagare/lillhogskolan/"))
    assert "Beviljat av Region Lillan 0 kr" in text
    assert "Som samverkanspart 1 300 000 kr 1 beslut" in text
    assert "Summan överlappar deras." in text
    assert "Lillhögskolan 1 ärende i annan roll | 0 kr" in re_spaced(lillan.text("mottagare/"))


def test_a_source_counts_its_part_and_says_where_it_is_not_known(lillan: MadeSite) -> None:
    text = re_spaced(lillan.text("finansiering/statens-anslag/"))
    assert "Beviljat av Region Lillan 800 000 kr" in text
    assert "varav 800 000 kr" in text
    assert "Några beslut har flera källor" in text


def test_a_framework_is_in_no_sum(lillan: MadeSite) -> None:
    assert "5 000 000" not in lillan.text("")
    text = re_spaced(lillan.text("beslut/2020/tradram/"))
    assert "Ramens storlek 5 000 000 kr" in text
    assert "Beviljat ur ramen 1 600 000 kr" in text


def test_approximate_money_says_so(lillan: MadeSite) -> None:
    assert "omkring 90 000 kr" in lillan.text("namnd/direktoren/")


def re_spaced(text: str) -> str:
    return " ".join(text.split())


def test_a_municipality_lists_apart_what_is_for_the_whole_county(own: MadeSite) -> None:
    text = re_spaced(own.text("kommun/1883/"))
    assert "Beviljat av Region Örebro län 0 kr" in text
    assert "Här finns ännu inget som gäller just Karlskoga." in text
    assert "högst 2 544 984 kr föreslaget, inte beslutat" in text.partition("Det kan nå Karlskoga, men räknas inte")[2]


def test_each_amount_whose_funder_is_not_stated_is_called_so(own: MadeSite) -> None:
    label = "Beviljat av andra, eller oklart av vem"
    shown = [url for url in ("", "ar/", "mottagare/", "ar/2015/") if label in own.text(url)]
    assert shown == ["", "ar/", "mottagare/", "ar/2015/"]
    assert "Beviljat av andra 4 498 080 kr" in re_spaced(own.text("namnd/tillvaxtverket/"))
