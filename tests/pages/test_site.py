import json
import re
from collections import Counter
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from funding.model.vocabulary import ConditionType
from funding.pages.links import CONDITION_SLUGS
from tests.pages.conftest import PROJECT, ROOT
from tests.pages.made import ADDRESS, MadeSite, files_of, make_site

OVERVIEWS = {
    "",
    "beslut/",
    "mottagare/",
    "finansiering/",
    "namnd/",
    "kommun/",
    "tema/",
    "villkor/",
    "ar/",
    "statistik/",
    "om/regler/",
    "om/redaktion/falt/",
    "tillganglighet/",
}


def test_the_pages_of_the_contract_are_there(lillan: MadeSite) -> None:
    assert {
        "beslut/2021/",
        "beslut/2021/gronare-vagar/",
        "mottagare/storby-kommun/",
        "finansiering/statens-anslag/",
        "namnd/tillvaxtnamnden/",
        "kommun/9901/",
        "tema/vagar/",
        "ar/2021/",
        "404.html",
    } | {f"villkor/{slug}/" for slug in CONDITION_SLUGS.values()} <= set(lillan.urls)


def test_each_address_is_given_once(any_site: MadeSite) -> None:
    addresses = [*any_site.urls, *(file.url for file in files_of(any_site.site))]
    assert [url for url, times in Counter(addresses).items() if times > 1] == []


def test_overviews_are_those_of_the_contract(any_site: MadeSite) -> None:
    assert {source.url for source in any_site.site.overviews} == OVERVIEWS


def test_navigation_may_know_the_title_of_an_overview_before_it_is_made(any_site: MadeSite) -> None:
    for source in any_site.site.overviews:
        assert source.title == any_site.page(source.url).title


def test_what_is_in_a_section_begins_with_its_address(any_site: MadeSite) -> None:
    for section in any_site.site.sections:
        assert [source.url for source in section.listed if not source.url.startswith(section.url)] == []


def test_addresses_are_the_same_in_both_languages() -> None:
    assert make_site(PROJECT, "sv").urls == make_site(PROJECT, "en").urls


def test_every_type_of_condition_has_an_address() -> None:
    assert set(CONDITION_SLUGS) == set(ConditionType)


def test_no_two_listed_pages_share_a_title(any_site: MadeSite) -> None:
    pages = [any_site.page(url) for url in any_site.urls]
    titles = Counter(page.title for page in pages if page.indexed)
    assert [title for title, times in titles.items() if times > 1] == []


def test_every_page_has_a_description_and_one_main_heading(any_site: MadeSite) -> None:
    for url in any_site.urls:
        page = any_site.page(url)
        assert page.description, url
        assert page.content.count("<h1") == 1, url


def test_headings_never_skip_a_level(any_site: MadeSite) -> None:
    for url in any_site.urls:
        levels = [int(level) for level in re.findall(r"<h([1-6])", any_site.page(url).content)]
        assert all(after <= before + 1 for before, after in pairwise(levels)), (url, levels)


def test_an_id_stands_once_on_a_page(any_site: MadeSite) -> None:
    for url in any_site.urls:
        ids = Counter(re.findall(r'\sid="([^"]*)"', any_site.page(url).content))
        assert [name for name, times in ids.items() if times > 1] == [], url


def test_every_header_cell_says_what_it_heads(any_site: MadeSite) -> None:
    for url in any_site.urls:
        content = any_site.page(url).content
        assert content.count("<table") == content.count("<caption"), url
        assert [cell for cell in re.findall(r"<th\b[^>]*>", content) if "scope=" not in cell] == [], url


def test_the_sitemap_lists_the_pages_that_may_be_found(any_site: MadeSite) -> None:
    tree = ET.fromstring(any_site.file("sitemap.xml"))  # noqa: S314 - our own
    listed = {element.text for element in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert listed == {ADDRESS + url for url in any_site.urls if any_site.page(url).indexed}
    assert f"Sitemap: {ADDRESS}sitemap.xml" in any_site.file("robots.txt").splitlines()


def test_each_decision_has_its_json(lillan: MadeSite) -> None:
    data = json.loads(lillan.file("api/v1/decisions/2021/gronare-vagar.json"))
    assert data["url"] == ADDRESS + "beslut/2021/gronare-vagar/"
    assert data["as_of"] == "2026-11-23"


def test_what_is_under_embargo_leaves_no_trace(lillan: MadeSite) -> None:
    shown = [lillan.page(url) for url in lillan.urls]
    texts = [text for page in shown for text in (page.title, page.description, page.content, page.head)]
    texts += [file.render().decode() for file in files_of(lillan.site)] + lillan.urls
    assert [text for text in texts if re.search("Hemligheten|under-embargo|777", text)] == []
    assert "mottagare/lillhogskolan/" in make_site(PROJECT, day=date(2027, 1, 1)).urls
    assert "beslut/2024/under-embargo/" in make_site(PROJECT, day=date(2027, 1, 1)).urls


def test_a_removed_decision_says_when_and_why(lillan: MadeSite) -> None:
    page = lillan.page("beslut/2024/borttaget/")
    assert not page.indexed
    assert "2024-05-05" in lillan.text("beslut/2024/borttaget/")
    assert "Publicerat av misstag." in lillan.text("beslut/2024/borttaget/")


@pytest.mark.parametrize(
    ("earlier", "target"),
    [
        ("2020/tradram-gammal", "../../../beslut/2020/tradram/"),
        ("2024/borttaget-forr", "../../../beslut/2024/borttaget/"),
    ],
)
def test_an_earlier_address_leads_on(lillan: MadeSite, earlier: str, target: str) -> None:
    page = lillan.page(f"beslut/{earlier}/")
    assert not page.indexed
    assert f'<meta http-equiv="refresh" content="0; url={target}">' in page.head
    assert f'<a href="{target}">' in page.content


def test_nothing_about_one_region_is_in_the_pages() -> None:
    package = ROOT / "site_plugins/funding"
    files = [file for folder in ("pages", "templates", "exports") for file in (package / folder).rglob("*.*")]
    files += list((package / "locales").rglob("*.yml"))
    named = [file.name for file in files if file.suffix != ".pyc" and "rebro" in file.read_text("utf-8")]
    assert set(named) <= {"fields.yml", "municipalities.tsv"}


def test_code_and_templates_hold_no_swedish() -> None:
    package = ROOT / "site_plugins/funding"
    files = [*(package / "pages").rglob("*.py"), *(package / "templates").glob("*.html")]
    assert [file.name for file in files if re.search("[åäöÅÄÖ]", file.read_text("utf-8"))] == ["format.py"]


def test_who_decides_has_a_page(lillan: MadeSite) -> None:
    assert {"mottagare/region-lillan/", "mottagare/grannregionen/"} <= set(lillan.urls)
    assert '<a href="../../namnd/grannarnas-namnd/">' in lillan.page("mottagare/grannregionen/").content
    assert lillan.site.targets["organisation:region-lillan"] == "mottagare/region-lillan/"
