"""The catalogue has every code of the program: its group, its words in both languages, its example."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import funding
from funding.catalogue import CODES, WITHOUT_EXAMPLE, Catalogue, Example, Group, Told, group_of, severity_of
from funding.labels import Words
from funding.options import LANGUAGES
from funding.problem import Severity
from funding.rules import SEVERITIES
from funding.source import load_texts

PACKAGE = Path(funding.__file__).parent
ALL = sorted(Words("sv").codes)
CATALOGUES = {lang: Catalogue(Words(lang)) for lang in LANGUAGES}
LONGEST_TITLE = 80
LONGEST_TEXT = 330
SENTENCE_END = (".", "!", "?")


def told(lang: str, code: str) -> Told:
    return CATALOGUES[lang].told(code)


@pytest.mark.parametrize("code", ALL)
def test_code_belongs_to_one_group(code: str) -> None:
    assert [code in codes for codes in CODES.values()].count(True) == 1
    assert code in CODES[group_of(code)]


def test_groups_hold_nothing_but_codes_in_the_order_of_the_alphabet() -> None:
    assert sorted(code for codes in CODES.values() for code in codes) == ALL
    assert all(list(codes) == sorted(codes) for codes in CODES.values())


@pytest.mark.parametrize("code", ALL)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_code_has_words(lang: str, code: str) -> None:
    words = told(lang, code)
    message = Words(lang).message(code)
    assert 0 < len(words.title) <= LONGEST_TITLE
    assert not words.title.endswith(SENTENCE_END)
    for text in (words.why, words.mend):
        assert text.endswith(SENTENCE_END)
        assert len(text) <= LONGEST_TEXT
        assert text != message


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("group", Group)
def test_texts_of_a_group_are_those_of_its_codes(group: Group, lang: str) -> None:
    texts = load_texts(PACKAGE / "locales" / lang / "rules" / f"{group}.yml")
    assert list(texts) == list(CODES[group])
    assert all({"title", "why", "mend"} <= set(entry) <= {"title", "why", "mend", "law"} for entry in texts.values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_codes_have_one_title(lang: str) -> None:
    titles = [told(lang, code).title for code in ALL]
    assert len(set(titles)) == len(titles)


def test_both_languages_name_a_law_for_the_same_codes() -> None:
    named = [{code for code in ALL if told(lang, code).law} for lang in LANGUAGES]
    assert named[0] == named[1]
    assert {"share-over-half", "advance-too-large", "personal-number", "de-minimis-not-registered"} <= named[0]


@pytest.mark.parametrize("code", ALL)
def test_both_languages_name_the_same_numbers_of_laws(code: str) -> None:
    numbers = [re.findall(r"\d+[:/]\d+", told(lang, code).law or "") for lang in LANGUAGES]
    assert numbers[0] == numbers[1]


@pytest.mark.parametrize("code", ALL)
def test_code_has_an_example_unless_no_text_can_show_it(code: str) -> None:
    example = CATALOGUES["sv"].entry(code).example
    assert isinstance(example, Example) is (code not in WITHOUT_EXAMPLE)


def test_every_example_is_that_of_a_code() -> None:
    names = {path.stem for path in (PACKAGE / "catalogue/examples").iterdir()}
    assert names == set(ALL) - WITHOUT_EXAMPLE


def test_entry_has_what_the_program_knows() -> None:
    entry = CATALOGUES["sv"].entry("share-over-half")
    assert (entry.severity, entry.group) == (Severity.WARNING, Group.PLAUSIBILITY)
    assert entry.message == "Andelen … procent är mer än hälften av kostnaderna."


def test_weight_is_that_of_the_rule() -> None:
    assert {code: severity_of(code) for code in SEVERITIES} == dict(SEVERITIES)


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("duplicate_key", "duplicate-key"),
        ("[unknown-value]", "unknown-value"),
        ("AMOUNT-IN-WORD", "amount-in-words"),
        ("title-capitals", "title-in-capitals"),
    ],
)
def test_nearest_codes_begin_with_the_one_that_was_meant(given: str, meant: str) -> None:
    near = CATALOGUES["sv"].nearest(given)
    assert near[0] == meant
    assert len(set(near)) == 3


@pytest.mark.parametrize("given", ["", "😀", "x" * 200])
def test_there_are_always_three_nearest(given: str) -> None:
    assert len(CATALOGUES["sv"].nearest(given)) == 3
