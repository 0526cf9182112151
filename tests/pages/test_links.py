"""Links that are good on any page, and the way to the root that completes them."""

import pytest
from markupsafe import Markup

from funding.pages.format import safe
from funding.pages.links import ROOT, Link, rooted, runs, to
from tests.pages.made import MadeSite


def test_no_page_keeps_the_mark_of_the_root(any_site: MadeSite) -> None:
    for url in any_site.urls:
        page = any_site.page(url)
        assert [text for text in (page.title, page.description, page.content, page.head) if ROOT in text] == [], url


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("", "", "./"),
        ("", "beslut/", "beslut/"),
        ("beslut/", "", "../"),
        ("beslut/2024/x/", "mottagare/y/", "../../../mottagare/y/"),
        ("404.html", "beslut/", "beslut/"),
    ],
)
def test_a_link_leads_from_any_page(here: str, there: str, expected: str) -> None:
    assert rooted(safe(Link("a & b", to(there))), here) == f'<a href="{expected}">a &amp; b</a>'


def test_a_link_escapes_a_text_that_equals_a_safe_one() -> None:
    assert Link(Markup("&amp;"), "/").__html__() == '<a href="/">&amp;</a>'
    assert Link("&amp;", "/").__html__() == '<a href="/">&amp;amp;</a>'


def test_html_reads_as_its_texts_and_the_ways_to_other_pages() -> None:
    link = Link("A & <b>", to("x/a/"))
    html = Markup('<time datetime="2024">2024</time> · %s, <b>%s</b> &amp; så') % (link, "z")
    assert list(runs(html)) == ["2024 · ", Link("A & <b>", "x/a/"), ", z & så"]
