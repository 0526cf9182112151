"""The pages of the rules: one for every code, its faults marked in words too, and a list that leads to all."""

from __future__ import annotations

import re
from html import unescape

import pytest

from funding.catalogue import CODES, RULES, Catalogue, example_of, rule_url, severity_of
from funding.labels import Words
from funding.options import LANGUAGES
from tests.pages.conftest import PROJECT
from tests.pages.made import make_site

ALL = [code for codes in CODES.values() for code in codes]
SITES = {lang: make_site(PROJECT, lang) for lang in ("sv", "en")}


def content(lang: str, url: str) -> str:
    return str(SITES[lang].page(url).content)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_has_a_page_and_a_place_in_the_list(lang: str) -> None:
    pages = [url for url in SITES[lang].urls if url.startswith(RULES) and url != RULES]
    assert pages == [rule_url(code) for code in ALL]
    assert re.findall(r'<a href="[./]*om/regler/([^"#]+)/">', content(lang, RULES)) == ALL


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", ALL)
def test_page_tells_what_the_catalogue_has(code: str, lang: str) -> None:
    words = Words(lang)
    entry = Catalogue(words).entry(code)
    seen = SITES[lang].text(rule_url(code))
    for text in (entry.told.title, entry.told.why, entry.told.mend, entry.message, entry.told.law or ""):
        assert " ".join(text.split()) in seen
    assert words.text(f"rules.severity.{severity_of(code)}") in seen


@pytest.mark.parametrize("code", ALL)
def test_each_fault_is_marked_and_named_in_words(code: str) -> None:
    example = example_of(code)
    marks = re.findall(r'<mark>(.*?)</mark> <span class="here"[^>]*>fel här</span>', content("sv", rule_url(code)))
    wrong = example.wrong if example else ()
    faulty = [line.text for piece in wrong for line in piece.lines if line.faulty]
    files = [piece.path for piece in wrong if piece.faulty]
    assert len(marks) == len(faulty) + len(files)
    assert set(faulty) <= {unescape(mark) for mark in marks}


def test_lines_of_an_example_stand_as_in_the_file() -> None:
    (lines,) = re.findall(
        r'sample--right.*?<pre class="lines" lang="sv"><code>(.*?)</code>',
        content("sv", rule_url("tab-indentation")),
        re.DOTALL,
    )
    assert lines == "decision:\n  body: namnden\n  date: 2026-03-04\n"
