from pathlib import Path
from typing import Any

import pytest

from funding.pages.prose import prose
from funding.source import load_texts
from tests.quickness import within

CASES: dict[str, Any] = load_texts(Path(__file__).parent / "prose.yml")
SLOW = {
    "brackets": "[" * 19_000,
    "links": "[a](" * 4_500,
    "quotes": ">" * 19_000,
    "numbers": "1. " * 6_000,
    "stars": "**a *b " * 2_800,
    "nested list": "\n".join("    " * depth + "- x" for depth in range(90)),
    "lines": "- a\n" * 5_000,
}


@pytest.mark.parametrize("name", CASES)
def test_a_text_becomes(name: str) -> None:
    assert prose(CASES[name]["text"]) == CASES[name]["html"]


@pytest.mark.parametrize("name", SLOW)
def test_no_text_takes_long(name: str) -> None:
    assert within(1, lambda: prose(SLOW[name]))


def test_no_text_is_nothing() -> None:
    assert prose(None) is None
