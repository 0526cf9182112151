import json
import re
from datetime import date
from urllib.parse import unquote

import pytest

from funding.pages.links import Link
from funding.pages.origins import outward
from tests.pages.conftest import PROJECT, ROOT
from tests.pages.made import MadeSite, make_site

VAGAR = "beslut/2021/gronare-vagar/"


def said(site: MadeSite, url: str) -> str:
    return " ".join(site.text(url).split())


@pytest.mark.parametrize(
    "seen",
    [
        "# Grönare vägar",
        "Beviljat belopp högst 1 300 000 kr I det ursprungliga beslutet: högst 1 000 000 kr",
        "Högsta andel 50 % högst 33,33 % 50 % av bokförda kostnader",
        "högst 33,33 % av kostnader som källan inte anger (med källans ord: ”en tredjedel”)",
        "Alla andelarna gäller. Den lägsta avgör.",
        "Projekttid 2021-04-01 – 2023-06-30 I det ursprungliga beslutet: 2021-04-01 – 2022-12-31",
        "Beslut 2021-03-04 Beslutat av: Tillväxtnämnden, Region Lillan, § 7",
        "Mottagare Storby kommun Lillbolaget AB",
        "Samverkansparter Lillhögskolan",
        "Pengarna kommer från Statens anslag: 800 000 kr Egna medel: 500 000 kr",
        "Diarienummer 21LI100 2021-7 (ärende-id)",
        "Arbetsutskottet tillstyrkte (2021-02-20, § 2)",
        "Sökt belopp 1 200 000 kr",
        "Lillbolaget AB ägs delvis av den som beslutar om pengarna.",
        "Beslutet gäller bara om villkoret uppfylls. Uppfyllt 2021-05-01",
        "Inget besked än Senast 2021-09-30",
        "Inte uppfyllt 2022-02",
        "Lillans allmänna villkor, diarienummer 19LI1, antagna 2019-11-05",
        "EU-fonden (sökt) | 1 000 000 kr",
        "Lillhögskolan (i annat än pengar, bekräftad) | 200 000 kr",
        "Projektets budget: ca 2 500 000 kr",
        "2022 | 1 050 000 kr",
        "Lillbolaget AB | 50 % av bokförda kostnader | Stöd av mindre betydelse | 300 000 kr",
        "| Utbetalt, minus det som har betalats tillbaka | 300 000,50 kr",
        "| 2022-11-01 | Återbetalning | −100 000 kr",
        "Beslutet, 2021-03-04",
        "Ansökan (inte publicerad här)",
        "Beslutad Ersatt Har ersatts av ett senare beslut och räknas inte.",
        "Ersätter ändringsbeslutet 2021-06-01.",
        "Inte beslutat. Det här ändrar ingenting och räknas inte.",
        "Skillnad +300 000 kr",
        "| 2021-04-01 | Belopp | 1 000 001 | Skrivfel.",
        "Fortsätter på Förstudie (Avslutad)",
        "Hör till ramen Trädramen (Beviljad)",
        "Uppgifter per 2026-11-23.",
    ],
)
def test_a_decision_says(lillan: MadeSite, seen: str) -> None:
    assert seen in said(lillan, VAGAR)


def test_an_undecided_later_decision_changes_nothing(lillan: MadeSite) -> None:
    today = said(lillan, VAGAR).partition("## Senare beslut")[0]
    assert "2023-12-31" not in today


def test_each_page_of_a_pair_shows_the_other(lillan: MadeSite) -> None:
    assert "Fortsätter i Grönare vägar (Beviljad)" in said(lillan, "beslut/2019/vagar-forstudie/")
    assert "Samma projekt eller samma sak Grönare vägar (Beviljad)" in said(lillan, "beslut/2019/vagar-forstudie/")
    assert "Beslut ur ramen Årligt stöd (Beviljad) Grönare vägar (Beviljad)" in said(lillan, "beslut/2020/tradram/")


@pytest.mark.parametrize(
    ("slug", "seen"),
    [
        ("applied", "Sökt belopp 111 000 kr Sökt, inte beviljat."),
        ("proposed", "Föreslaget belopp 111 000 kr Föreslaget, inte beviljat."),
        ("prioritised", "Prioriterat belopp 111 000 kr Prioriterat, inte beviljat."),
        ("rejected", "Sökt belopp 222 000 kr Avslaget. Inget bidrag har beviljats."),
        ("withdrawn", "Sökt belopp 222 000 kr Återtaget. Inget bidrag har beviljats."),
        ("closed-without-review", "Sökt belopp 222 000 kr Avskrivet. Inget bidrag har beviljats."),
    ],
)
def test_money_that_is_not_granted_says_so(lillan: MadeSite, slug: str, seen: str) -> None:
    assert seen in said(lillan, f"beslut/2023/{slug}/")
    assert "Beviljat belopp" not in said(lillan, f"beslut/2023/{slug}/")
    assert '"amount"' not in lillan.page(f"beslut/2023/{slug}/").head
    assert "AuthorizeAction" not in lillan.page(f"beslut/2023/{slug}/").head


def test_a_revoked_grant_is_money_no_more(lillan: MadeSite) -> None:
    text = said(lillan, "beslut/2022/forstudie/")
    assert "Beviljades tidigare 50 000 kr Upphävt. Inget bidrag gäller i dag." in text
    assert "Mottagare framgår inte av källan" in text
    assert '"amount"' not in lillan.page("beslut/2022/forstudie/").head


def test_what_was_read_elsewhere_says_so_beside_the_amount(lillan: MadeSite) -> None:
    assert "ca 90 000 kr Enligt en nyhetsartikel." in said(lillan, "beslut/2019/vagar-forstudie/")
    assert "Villkoren är återgivna efter källan." in said(lillan, "beslut/2019/vagar-forstudie/")


def test_an_amount_a_year_without_an_end(lillan: MadeSite) -> None:
    text = said(lillan, "beslut/2024/arligt-stod/")
    assert "Beviljat belopp 300 000 kr per år" in text
    assert "2024 – i källan: ”tills vidare”" in text


def test_the_summary_is_the_description_else_a_sentence(lillan: MadeSite) -> None:
    assert lillan.page(VAGAR).description == "Fler träd längs länets vägar."
    assert lillan.page("beslut/2020/tradram/").description == "Trädramen. Beviljad, 2020. Mottagare: okänd mottagare."


def test_two_decisions_of_one_title_are_told_apart(lillan: MadeSite) -> None:
    assert lillan.page("beslut/2019/vagar-forstudie/").title == "Förstudie (2019/vagar-forstudie)"


def test_a_fault_is_reported_with_the_page_filled_in(lillan: MadeSite) -> None:
    link = re.search(r'href="(https://lillan\.example/fel[^"]*)"', lillan.page(VAGAR).content)
    assert link
    assert unquote(link[1]).endswith(f"?sida=https://lillan.example/under/{VAGAR}&amp;om=Grönare vägar")


def test_json_ld_gives_a_ceiling_as_the_highest_value(lillan: MadeSite) -> None:
    block = re.search(r'<script type="application/ld\+json">(.*)</script>', lillan.page(VAGAR).head)
    assert block
    report, action, steps = json.loads(block[1])["@graph"]
    assert report["mainEntity"]["amount"] == {"@type": "MonetaryAmount", "currency": "SEK", "maxValue": 1_300_000}
    assert report["temporalCoverage"] == "2021-04-01/2023-06-30"
    assert action["endTime"] == "2021-03-04T00:00:00+01:00"
    assert [step["name"] for step in steps["itemListElement"]] == ["Start", "Beslut", "2021", "Grönare vägar"]


def test_english_pages_speak_english() -> None:
    text = said(make_site(PROJECT, "en"), VAGAR)
    assert "Granted amount at most SEK 1,300,000" in text
    assert "50% of booked costs" in text


@pytest.mark.parametrize(
    ("day", "seen"),
    [
        (date(2022, 6, 15), "Ska tas upp på mötet 2022-06-15."),
        (date(2022, 6, 16), "Skulle tas upp på mötet 2022-06-15. Vad mötet kom fram till är inte inskrivet här."),
    ],
)
def test_a_meeting_that_is_over_is_spoken_of_as_past(day: date, seen: str) -> None:
    assert seen in said(make_site(ROOT, day=day), "beslut/2022/profibre4am/")


def test_the_day_of_a_meeting_never_looks_like_the_day_of_an_application(own: MadeSite) -> None:
    row = "Ansökt till mötet 2022-06-15 · Mottagare: Örebro universitet · Ska beslutas av: Regional tillväxtnämnd"
    assert row in said(own, "beslut/2022/")


def test_a_row_says_when_nobody_is_known_to_have_decided(own: MadeSite) -> None:
    assert "Region Örebro län · Beslutat av: framgår inte av källan 202 766 kr" in said(own, "beslut/2015/")


def test_a_period_says_which_end_is_not_stated(own: MadeSite) -> None:
    text = said(own, "beslut/2022/utokning-av-ej-namngivet-projekt-maj-2022/")
    assert "Projekttid till 2023-03, starten framgår inte av källan" in text


def test_an_operating_grant_has_no_project_period(own: MadeSite) -> None:
    assert "Bidragstid framgår inte av källan" in said(own, "beslut/2022/verksamhetsbidrag-ung-foretagsamhet/")


def test_a_later_decision_that_is_not_made_changes_nothing_in_words(own: MadeSite) -> None:
    text = said(own, "beslut/2019/fossilfritt-2030-rena-resan/")
    assert "Utökning och förlängning, 2022-02-10" in text
    assert "Rättelse, utökning och förlängning, till mötet 2022-06-15" in text
    assert "Det här ändrades, nummer 1: Utökning och förlängning" in text
    assert "Det här skulle ändras, nummer 2: Rättelse, utökning och förlängning" in text


BRON = "beslut/2022/grannarnas-bro/"


def test_what_a_later_decision_sets_is_told_though_nothing_was_known_before(lillan: MadeSite) -> None:
    step = said(lillan, BRON).partition("Förlängning, 2022-09-01")[2].partition("Utökning, 2022-10-01")[0]
    assert "Uppgift | Före | Efter | Slut | – | framgår inte av källan" in step


@pytest.mark.parametrize(
    ("day", "seen"),
    [
        ("2022-10-01", "Avslagen Avslaget. Det här ändrar ingenting och räknas inte."),
        ("2022-10-01", "Avslaget av Grannarnas nämnd"),
        ("2022-10-01", "Det här ändrades inte, nummer 2: Utökning | Uppgift | Före | Det som söktes | Belopp"),
        ("2022-11-01", "Återtagen Återtaget. Det blev inget beslut, så det här ändrar ingenting och räknas inte."),
        ("2022-11-01", "Återtaget, låg hos Grannarnas nämnd"),
        ("2022-11-01", "Det här ändrades inte, nummer 3: Utökning | Uppgift | Före | Det som söktes | Belopp"),
    ],
)
def test_a_later_decision_that_came_to_nothing_says_so(lillan: MadeSite, day: str, seen: str) -> None:
    step = said(lillan, BRON).partition(f"Utökning, {day}")[2].partition("Utökning, 2022-11-01")[0]
    assert seen in step
    assert "Om det beslutas" not in step
    assert "Ska beslutas av" not in step


def test_a_reader_finds_whom_to_ask(lillan: MadeSite) -> None:
    for url in (VAGAR, "tillganglighet/"):
        assert "Frågor besvaras av Regional utveckling, Region Lillan: utveckling@lillan.example" in said(lillan, url)
        assert '<a href="mailto:utveckling@lillan.example">utveckling@lillan.example</a>' in lillan.page(url).content


def test_an_encoded_address_is_shown_in_letters_and_leads_where_it_led(lillan: MadeSite) -> None:
    href = "https://lillan.example/bron/Protokoll%20%C3%A5r%202022%2F1.pdf"
    shown = "lillan.example/bron/Protokoll år 2022%2F1.pdf"
    assert f'<a href="{href}">{shown}</a>' in lillan.page(BRON).content


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("%C3%A5%C3%A4%C3%B6", "åäö"),
        ("%E5%E4%F6", "%E5%E4%F6"),
        ("a%20b%2Fc%3Fd", "a b%2Fc%3Fd"),
        ("%3Cb%3E", "%3Cb%3E"),
        ("%E2%80%AEfdp", "%E2%80%AEfdp"),
        ("100%", "100%"),
    ],
)
def test_only_bytes_that_are_visible_text_are_shown_decoded(path: str, shown: str) -> None:
    assert outward(f"https://www.lillan.example/{path}") == Link(
        f"lillan.example/{shown}", f"https://www.lillan.example/{path}"
    )


def test_a_list_says_that_the_day_of_a_closed_grant_is_that_of_its_decision(lillan: MadeSite) -> None:
    listed = said(lillan, "beslut/")
    assert "Avslutad Beslutad 2019-05 ·" in listed
    assert "Beviljad Beslutad" not in listed
