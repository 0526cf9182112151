"""The pages of figures and ways on: start, statistics, years, accessibility statement, and no such page."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from funding.labels import Words
from funding.options import Accessibility
from funding.pages.context import Context
from funding.pages.links import CONDITION_SLUGS
from funding.pages.overviews.accessibility import accessibility_page, older_than_a_year
from funding.pages.overviews.start import start_page
from funding.pages.overviews.years import LISTED, year_page
from funding.project import find_project
from tests.pages.conftest import PROJECT
from tests.pages.made import ADDRESS, DAY, MadeSite, seen


@pytest.fixture(scope="module")
def context(lillan: MadeSite) -> Context:
    return Context(lillan.register.published(DAY), find_project(PROJECT).options, Words("sv"), DAY, ADDRESS)


def test_the_start_page_leads_to_the_list_by_a_plain_form(lillan: MadeSite) -> None:
    content = lillan.page("").content
    assert '<form class="search" action="beslut/" method="get"' in content
    assert 'name="q"' in content


def test_the_start_page_sets_undecided_and_others_apart(lillan: MadeSite) -> None:
    text = lillan.text("")
    assert "omkring 1 690 000 kr och 12 000 EUR + 1 beslut utan belopp" in text
    assert re.search(r"Ännu inte beslutat\s+3 ", text)
    assert re.search(r"Beviljat av andra\s+800 000 kr", text)


def test_the_start_page_never_lists_the_undecided_among_the_decided(lillan: MadeSite) -> None:
    content = lillan.page("").content
    decided, undecided = (
        content.partition(f'id="{name}"')[2].partition("</section>")[0] for name in ("beslutade", "ej-beslutade")
    )
    statuses = [set(re.findall(r"badge--(\w+)", part)) for part in (decided, undecided)]
    assert statuses[0].isdisjoint({"applied", "proposed", "prioritised"})
    assert statuses[1] == {"applied", "proposed", "prioritised"}


def test_the_start_page_leads_to_the_undated_proposal_of_the_latest_year(own: MadeSite) -> None:
    undecided = own.page("").content.partition('id="ej-beslutade"')[2]
    assert undecided.index("RUS-genomförande 2024-2025") < undecided.index("energilösningar")


def test_a_site_without_others_decisions_shows_one_figure(context: Context) -> None:
    ours = {record.id: record for record in context.ours}
    alone = replace(context, register=replace(context.register, records=ours))
    assert "Beviljat av andra" in start_page(context).content
    assert "Beviljat av andra" not in start_page(alone).content


def test_an_empty_site_has_a_start_page(context: Context) -> None:
    empty = replace(context, register=replace(context.register, records={}))
    text = " ".join(seen(start_page(empty).content))
    assert "0 kr" in text
    assert "<table" not in start_page(empty).content


def test_each_municipality_is_asked_about(lillan: MadeSite) -> None:
    content = lillan.page("").content
    assert "Vad har projekt i din kommun fått?" in content
    tags = content.partition('<ul class="tags">')[2].partition("</ul>")[0]
    asked = re.findall(r'<a href="kommun/(\d+)/">(\w+)</a>', tags)
    assert asked == [("9901", "Storby"), ("9903", "Zetafors"), ("9902", "Åby")]


def test_the_search_and_the_questions_come_before_the_figures(lillan: MadeSite) -> None:
    content = lillan.page("").content
    places = [
        content.index(part) for part in ('role="search"', 'id="fragor"', 'id="summor"', 'id="beslutade"', "charts")
    ]
    assert places == sorted(places)


def test_the_statistics_count_each_status(lillan: MadeSite) -> None:
    rows = re.findall(r'badge--(\w+)".*?</th>\s*<td class="figure"[^>]*>.*?>(\d+)<', lillan.page("statistik/").content)
    assert dict(rows[:9]) == {
        "applied": "1",
        "proposed": "1",
        "prioritised": "1",
        "granted": "4",
        "completed": "1",
        "cancelled": "1",
        "rejected": "1",
        "withdrawn": "1",
        "closed_without_review": "1",
    }
    assert dict(rows[9:]) == {"granted": "1", "revoked": "1"}


def test_a_framework_stands_apart_with_what_was_granted_out_of_it(lillan: MadeSite) -> None:
    ramar = lillan.text("statistik/").partition("Ramar, och vad")[2]
    assert re.search(r"Trädramen\s+\| 5 000 000 kr\s+\| 1 600 000 kr\s+\| 2", ramar)


def test_every_link_of_the_contents_leads_to_a_part_of_the_page(lillan: MadeSite) -> None:
    content = lillan.page("statistik/").content
    assert {link for link in re.findall(r'href="#([^"]+)"', content) if f'id="{link}"' not in content} == set()


def test_a_year_tells_apart_what_is_undecided_and_undated(lillan: MadeSite) -> None:
    text = lillan.text("ar/2023/")
    undecided, _, undated = text.partition("Utan datum")
    assert [name for name in ("applied", "proposed", "prioritised") if f"Ärende {name}" not in undecided] == []
    assert "Ärende withdrawn" in undated
    assert "Ärende withdrawn" not in undecided
    assert "En senare höjning räknas på samma år som det första beslutet" in text


def test_a_year_lists_only_the_first_of_many(context: Context) -> None:
    proposed = context.register.records["2023/proposed"]
    many = {f"2023/x-{number}": replace(proposed, id=f"2023/x-{number}") for number in range(LISTED + 5)}
    crowded = replace(context, register=replace(context.register, records=many))
    content = year_page(crowded, "2023").content
    assert content.count("<li data-id=") == LISTED
    assert "Och 5 till." in re.sub("<[^>]+>", "", content)


@pytest.mark.parametrize(
    ("assessed", "today", "old"),
    [
        (date(2025, 3, 1), date(2026, 3, 1), False),
        (date(2025, 3, 1), date(2026, 3, 2), True),
        (date(2024, 2, 29), date(2025, 2, 28), False),
        (date(2024, 2, 29), date(2025, 3, 1), True),
        (date(2025, 12, 31), date(2026, 1, 1), False),
        (date(2024, 6, 1), date(2026, 1, 1), True),
    ],
)
def test_an_assessment_is_old_after_twelve_months(assessed: date, today: date, *, old: bool) -> None:
    assert older_than_a_year(assessed, today) is old


def statement(context: Context, **given: Any) -> str:
    options = context.options
    told = Accessibility.model_validate({**options.accessibility.model_dump(), **given})
    changed = replace(context, options=options.model_copy(update={"accessibility": told}))
    return " ".join(seen(accessibility_page(changed).content))


def test_a_fresh_statement_has_the_headings_of_the_model(context: Context) -> None:
    text = statement(context)
    headings = (
        "Så tillgänglig är webbplatsen",
        "Vad du kan göra om du inte kan använda delar av webbplatsen",
        "Tillsyn",
        "Teknisk information om webbplatsens tillgänglighet",
        "Innehåll som inte är tillgängligt",
        "Hur vi testat webbplatsen",
    )
    assert [heading for heading in headings if f"## {heading}" not in text] == []
    assert "mer än tolv månader" not in text
    assert "helt förenlig" in text


def test_an_old_statement_says_so_itself(context: Context) -> None:
    assert "Bedömningen är mer än tolv månader gammal." in statement(context, assessed=date(2025, 11, 22))


def test_what_is_not_accessible_stands_under_its_cause(context: Context) -> None:
    gaps = [
        {"content": f"Innehåll {cause}", "cause": cause, "alternative": f"Fråga om {cause}."}
        for cause in ("out_of_scope", "deficiency", "disproportionate_burden")
    ]
    text = statement(context, conformance="partial", gaps=gaps)
    places = [text.index(found) for found in ("Innehåll deficiency", "12 §", "9 §", "Innehåll out_of_scope")]
    assert places == sorted(places)
    assert "delvis förenlig" in text
    assert "Fråga om deficiency." in text


def test_the_page_for_no_page_leads_on_from_any_address(lillan: MadeSite) -> None:
    page = lillan.page("404.html")
    targets = re.findall(r'(?:href|action)="([^"]+)"', page.content)
    assert [target for target in targets if not target.startswith("/under/")] == []
    assert "/under/beslut/" in targets
    assert not page.indexed


def test_a_year_names_what_others_have_not_decided(own: MadeSite) -> None:
    text = own.text("ar/2017/")
    assert "Det finns 2 förslag och ansökningar hos andra som inte är beslutade. De är inte med i siffrorna." in text
    assert re.search(r"\| 2017\s+\| 0 kr\s+\| 0\s+\| 0 och 2 hos andra\s+\| –", own.text("ar/"))
    assert "hos andra" not in own.text("ar/2019/")


@pytest.mark.parametrize("url", ["namnd/tillvaxtverket/", "ar/2015/"])
def test_others_sum_follows_on_our_nothing(own: MadeSite, url: str) -> None:
    figures = " ".join(seen(own.page(url).content.partition('class="keyfigures"')[2].partition("</dl>")[0]))
    assert "Beviljat av Region Örebro län" in figures.partition("0 kr")[0]
    assert re.search(r"0 kr\s+inget av det här räknas som vårt\s+Beviljat av andra", figures)
    assert "Beviljade beslut" not in figures


def test_every_figure_that_may_be_stacked_names_its_heading(any_site: MadeSite) -> None:
    for url in ("mottagare/", "ar/", "statistik/"):
        content = any_site.page(url).content
        tables = re.findall(r'<table class="table stacked">(.*?)</table>', content, re.DOTALL)
        assert tables
        for table in tables:
            headings = re.findall(r'scope="col">(.*?)</th>', table)
            for row in re.findall(r"<tr>(.*?)</tr>", table.partition("<tbody")[2], re.DOTALL):
                assert re.findall(r'data-heading="([^"]*)"', row) == headings[1:]


def test_kinds_of_conditions_that_no_decision_has_stand_beside_the_list(any_site: MadeSite) -> None:
    listed, _, after = any_site.page("villkor/").content.partition("</table>")
    has = {worded.type for one in any_site.register.records.values() for worded in any_site.register.conditions(one)}
    for kind, slug in CONDITION_SLUGS.items():
        assert (f"/{slug}/" in listed, f"/{slug}/" in after) == (kind in has, kind not in has)
