"""The hand-written pages explain every status, base of costs and kind of source, in the words that the site shows."""

from __future__ import annotations

import re
from pathlib import Path

from funding.labels import Words
from funding.model.vocabulary import FactSource, ShareBase, Status

ABOUT = Path(__file__).resolve().parents[2] / "docs" / "om"
SWEDISH = Words("sv")


def explained(page: str, pattern: str) -> list[str]:
    return re.findall(pattern, (ABOUT / page).read_text("utf-8"), re.MULTILINE)


def test_every_public_status_and_base_of_costs_is_explained() -> None:
    heads = {"Status", "Andel av"}
    rows = [word for word in explained("lasa-ett-beslut.md", r"^\| (\w[^|]*?) \|") if word not in heads]
    statuses = [SWEDISH.value(status) for status in Status if status is not Status.DRAFT]
    bases = [SWEDISH.value(base).capitalize() for base in ShareBase]
    assert rows == [*statuses, *bases]


def test_every_kind_of_source_is_explained() -> None:
    bold = explained("index.md", r"^- \*\*(.+?)\*\*")
    assert bold == [SWEDISH.value(kind) for kind in FactSource]


def test_the_glossary_is_in_alphabetical_order() -> None:
    terms = explained("ordlista.md", r"^(\w.*)\n:   ")
    swedish = str.maketrans("åäöÅÄÖ", "{|}{|}")
    assert terms == sorted(terms, key=lambda term: term.casefold().translate(swedish))
