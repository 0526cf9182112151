"""What was set aside of decisions is what is made from the decisions themselves."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from funding.pages.lists.kept import KeptRows
from tests.pages.made import make_site
from tests.site.projects import ROOT

DECISIONS = ROOT / "tests/browser/search/decisions"


def test_what_was_set_aside_is_what_is_made_anew() -> None:
    records = tuple(make_site(ROOT, decisions=DECISIONS, day=date(2026, 11, 23)).register.records.values())
    rows = [(Markup("<b>Ä{}</b>").format(record.id), Markup("")) for record in records]
    made, kept = KeptRows(), KeptRows()
    kept.set_aside(zip(records, rows, strict=True))
    assert [kept.get(record.id) for record in records] == rows
    assert [made.get(record.id) for record in records] == [None] * len(records)
    short = [kept.short(record) for record in records]
    assert short == [made.short(record) for record in records]
    assert all(record.current.title in text for record, text in zip(records, short, strict=True))
    assert any(not text.isascii() for text in short)
