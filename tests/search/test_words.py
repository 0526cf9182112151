"""Words are read as the specification of the search reads them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from funding import swedish as words
from funding.search.compounds import Compounds, keys_of
from tests.search import naive_words
from tests.search.conftest import site_of
from tests.search.naive_documents import document_of
from tests.search.naive_query import names_of
from tests.search.program_lists import program_lists

LETTERS = st.text(st.sampled_from(list("abdeghiklnorstuvåäöéø")), min_size=1, max_size=16)
ANY = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from(list("aÅé1 -\u00ad\u0301")), max_size=30)


@given(ANY)
def test_words_of_a_text(text: str) -> None:
    found = words.tokens(text)
    assert found == naive_words.tokens(text)
    for word in found:
        assert words.plain(word) == naive_words.plain(word)
        assert len(words.plain(word)) == len(word)


@given(LETTERS)
def test_key_begins_the_word(word: str) -> None:
    assert words.key(word) == naive_words.key(word)
    assert words.plain(word).startswith(words.key(word))


@given(ANY)
def test_names_are_compared_by_their_letters_and_digits(text: str) -> None:
    assert set(words.name_keys(text)) == {name[: words.NAME_LENGTH] for name in names_of(text) if name}


@given(st.lists(LETTERS, max_size=12), LETTERS)
def test_compounds_of_any_words(listed: list[str], word: str) -> None:
    site = {*listed, word, *(one + other for one in listed[:4] for other in listed[:4])}
    assert_same_parts(site)


def test_compounds_of_all_words_of_a_site(invented: Path) -> None:
    context = site_of(invented)
    documents = [document_of(record, context.register, context.words) for record in context.register.records.values()]
    assert_same_parts({word for document in documents for _, text in document.texts for word in text})


def assert_same_parts(site: set[str]) -> None:
    lists = program_lists([])
    naive = naive_words.Compounds(site, lists.common, lists.kept_out)
    ours = Compounds(dict(keys_of(site)))
    for word in filter(words.is_known, site):
        told = {(naive_words.key(part), naive_words.root(part)) for part in naive.parts(word)}
        assert {(part.key, part.root) for part in ours.parts(word)} == told


@pytest.mark.parametrize(
    ("asked", "found", "expected"),
    [("ore", "öre", True), ("öre", "ore", False), ("öre", "öre", True), ("or", "ore", False), ("a", "é", False)],
)
def test_dots_may_be_left_out(asked: str, found: str, expected: bool) -> None:  # noqa: FBT001 - a row of the table
    assert words.fits(asked, found) is expected
