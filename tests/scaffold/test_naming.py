"""Any title gives a valid id that no other has."""

from __future__ import annotations

import random
import sys

import pytest

from funding.personal import redact_path
from funding.scaffold.naming import free, slug_of
from funding.source import is_slug
from funding.source.files import file_at


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Starkare industri i Örebro län", "starkare-industri-i-orebro-lan"),
        ("RUS-genomförande 2024–2025", "rus-genomforande-2024-2025"),
        ("Blåbær & Crème brûlée, del 2!", "blabaer-creme-brulee-del-2"),
        ("404", "beslut-404"),
        ("Sida 12", "beslut-sida-12"),
        ("None", "beslut-none"),
        ("自転車", "beslut"),
        ("", "beslut"),
        ("Stöd till 19811218-9876", "stod-till"),
    ],
)
def test_title_becomes_slug(title: str, slug: str) -> None:
    assert slug_of(title, "beslut") == slug


def test_long_title_is_cut_between_words() -> None:
    slug = slug_of("utveckling " * 20, "beslut")
    assert set(slug.split("-")) == {"utveckling"}
    assert len(slug) <= 80


def test_any_title_gives_a_valid_file_name() -> None:
    chance = random.Random(4)  # noqa: S311 - titles, no secret
    alphabets = ["abcåäö -/.\\", "0123456789 -", "АБВabc", "".join(map(chr, range(1, 400)))]
    for _ in range(3000):
        letters = chance.choice([*alphabets, [chr(chance.randrange(sys.maxunicode)) for _ in range(9)]])
        slug = slug_of("".join(chance.choices(letters, k=chance.randrange(200))), "beslut")
        id_ = free(slug, {f"2024/{slug}"}, "2024/")
        assert is_slug(slug)
        assert redact_path(slug) == slug
        assert id_ == f"2024/{slug}-2"
        assert file_at("decisions", f"decisions/{id_}.yml") is not None
