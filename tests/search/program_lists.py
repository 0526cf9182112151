"""The program's word lists, as data."""

from __future__ import annotations

from pathlib import Path

import funding.swedish
from funding.labels import Words
from tests.search.naive_matching import Lists

_FOLDER = Path(funding.swedish.__file__).parent / "lists"


def program_lists(synonyms: list[list[str]]) -> Lists:
    """Give the lists that the program has, with the synonyms of a site."""
    return Lists(
        _words("stopwords"), _words("lightwords"), _statuses(), _words("splitless"), synonyms, _words("common")
    )


def _statuses() -> list[str]:
    words = Words("sv")
    names = {value.lower() for value in words.spellings("Status")}
    names.update(*(text.split(", ") for text in words.texts("explorer.offers.values.status").values()))
    return [name for name in names if not {" ", "_"} & {*name}]


def _words(name: str) -> list[str]:
    return (_FOLDER / f"{name}.txt").read_text("utf-8").split()
