"""Words are explained where they stand, in the words of the project's own glossary and in no others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

import pytest

from funding.check import check
from funding.labels import Words
from funding.pages.glossary import GLOSSARY, meaning, parse_glossary
from funding.pages.site import site_pages
from funding.project import find_project
from funding.register import Register
from tests.pages.conftest import PROJECT, ROOT
from tests.pages.made import ADDRESS, DAY, MadeSite

PAGE = (ROOT / "docs" / GLOSSARY).read_text("utf-8")
WORDS = Words("sv")


@pytest.fixture(scope="module", params=[ROOT, PROJECT], ids=["own", "every-field"])
def explaining(request: pytest.FixtureRequest) -> MadeSite:
    options = find_project(request.param).options
    register = check(request.param, options, WORDS, DAY).register
    return MadeSite(
        site_pages(register, options, WORDS, DAY, ADDRESS, glossary=parse_glossary(PAGE)),
        register,
    )


def made(register: Register, glossary: Mapping[str, str]) -> MadeSite:
    options = find_project(ROOT).options
    return MadeSite(site_pages(register, options, WORDS, DAY, ADDRESS, glossary=glossary), register)


def shown(site: MadeSite, url: str) -> list[tuple[str, str]]:
    """Give what is explained on a page: the question and its answer."""
    found = re.findall(
        r'<details class="explain"><summary>\?<span class="hidden-text"> (.*?)</span></summary>'
        r"<p><b>.*?</b> (.*?)</p></details>",
        site.page(url).content,
    )
    return [(unescape(question), unescape(answer)) for question, answer in found]


def test_a_page_of_definitions_is_read() -> None:
    page = "---\ntitle: x\n---\n\n# Ord\n\nRam\n:   En *större* summa\n    i flera beslut.\n\nAndel\n:   Hur mycket.\n"
    assert parse_glossary(page) == {"ram": "En större summa i flera beslut.", "andel": "Hur mycket."}


def test_the_glossary_has_every_word_that_is_explained() -> None:
    known = parse_glossary(PAGE)
    words = WORDS.texts("glossary.word")
    assert isinstance(words, dict)
    assert [word for word in words.values() if str(word).lower() not in known] == []


def test_what_the_glossary_lacks_is_a_plain_label(explaining: MadeSite) -> None:
    assert meaning(WORDS, {}, "share") is None
    plain = made(explaining.register, {})
    pages = [url for url in plain.urls if re.fullmatch(r"beslut/\d{4}/[^/]+/", url)]
    assert [url for url in pages if shown(plain, url)] == []
    assert any("Högsta andel" in plain.page(url).content for url in pages)


def test_an_explanation_is_text(explaining: MadeSite) -> None:
    site = made(explaining.register, {"andel": "<q>x</q>", "bokförda kostnader": "<q>x</q>"})
    pages = [site.page(url).content for url in site.urls if re.fullmatch(r"beslut/\d{4}/[^/]+/", url)]
    assert any("&lt;q&gt;x&lt;/q&gt;" in content for content in pages)
    assert not any("<q>" in content for content in pages)


def test_each_explanation_is_the_glossarys(explaining: MadeSite) -> None:
    known = parse_glossary(PAGE)
    pages = [url for url in explaining.urls if re.fullmatch(r"beslut/\d{4}/[^/]+/", url)]
    answers = [(question, answer) for url in pages for question, answer in shown(explaining, url)]
    assert len(answers) > len(pages)
    for question, answer in answers:
        word = question.removeprefix("Vad betyder ").removesuffix("?")
        assert known[word.lower()] == answer


def test_the_seeds_page_explains_its_words() -> None:
    options = find_project(ROOT).options
    register = check(ROOT, options, WORDS, DAY).register
    site = MadeSite(site_pages(register, options, WORDS, DAY, ADDRESS, glossary=parse_glossary(PAGE)), register)
    asked = {question for question, _ in shown(site, "beslut/2024/rus-genomforande-2024-2025/")}
    words = ("Dock högst", "Bokförda kostnader", "Projekttid", "Förslag till beslut", "Anslag", "Diarienummer")
    assert asked >= {f"Vad betyder {word}?" for word in words}


def test_another_glossary_is_another_site(explaining: MadeSite) -> None:
    options = find_project(ROOT).options
    register = explaining.register
    grounds = [
        site_pages(register, options, WORDS, DAY, ADDRESS, glossary=glossary).ground
        for glossary in ({}, {"ram": "a"}, {"ram": "b"})
    ]
    assert len(set(grounds)) == 3
