"""Every key and every controlled word has its words, in every language, and nothing else has."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

import funding
from funding.labels import Words
from funding.model import facts, parsing, vocabulary
from funding.model.decision import Decision
from funding.model.keys import Key, all_keys
from funding.model.part import Part
from funding.model.registers import ENTRY_TYPES
from funding.options import LANGUAGES
from funding.source import Tree, load_texts

LOCALES = Path(funding.__file__).parent / "locales"
VOCABULARIES: tuple[type[Enum], ...] = (
    *(kind for kind in vars(vocabulary).values() if isinstance(kind, type) and kind.__module__ == vocabulary.__name__),
    parsing.NotStated,
    facts.Everywhere,
)


@pytest.fixture(params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Words:
    return Words(request.param)


def texts(lang: str, name: str) -> Tree:
    return load_texts(LOCALES / lang / f"{name}.yml")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_key_has_label_description_and_example_and_nothing_else_has(lang: str) -> None:
    fields = texts(lang, "fields")
    assert set(fields) == {key.path for key in all_keys()}
    assert {tuple(entry) for entry in fields.values()} == {("label", "description", "example")}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_of_every_vocabulary_has_a_label_and_nothing_else_has(lang: str) -> None:
    values = texts(lang, "values")
    assert {name: set(entries) for name, entries in values.items()} == {
        kind.__name__: {member.value for member in kind} for kind in VOCABULARIES
    }
    for entries in values.values():
        for entry in entries.values():
            assert set(entry) == {"label", "also"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_spelling_means_two_words(lang: str) -> None:
    for name, entries in texts(lang, "values").items():
        spellings = [text.lower() for entry in entries.values() for text in (entry["label"], *entry["also"])]
        assert len(spellings) == len(set(spellings)), name


@pytest.mark.parametrize("key", all_keys(), ids=lambda key: key.path)
def test_example_is_what_the_model_takes(key: Key, words: Words) -> None:
    tree = {key.name: words.example(key.path)}
    assert key.name not in faulty_keys(key.part, tree)


def faulty_keys(part: type[Part], tree: Tree) -> set[str | int]:
    try:
        part.model_validate(tree)
    except ValidationError as error:
        return {fault["loc"][0] for fault in error.errors() if fault["loc"]}
    return set()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("beviljad", "granted"),
        ("Bifall", "granted"),
        ("avslag", "rejected"),
        ("återkallad", "withdrawn"),
        ("upphävd", "revoked"),
        ("förslag", "proposed"),
        ("beviljat", "granted"),
    ],
)
def test_swedish_word_is_understood(typed: str, meant: str) -> None:
    _, hint = Words("sv").problem("unknown-value", {"given": typed, "vocabulary": "Status"})
    assert hint is not None
    assert meant in hint


def test_keys_are_those_of_decisions_and_registers() -> None:
    parts: set[Any] = {key.part for key in all_keys()}
    assert Decision in parts
    assert set(ENTRY_TYPES.values()) <= parts
