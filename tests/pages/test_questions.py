"""Each question of the start page has an answer: a page, or a filter of the list that some decision passes."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

from funding.register import Record
from funding.register.sums import counts, whole
from tests.pages.made import MadeSite

QUESTION = re.compile(r'<li><a href="([^"]*)">([^<]*)</a></li>')


def asked(site: MadeSite) -> dict[str, str]:
    """Give the addresses that the questions of the start page lead to, by their words."""
    lists = re.findall(r'<ul class="questions">(.*?)</ul>', site.page("").content, re.DOTALL)
    return {unescape(text): unescape(href) for href, text in QUESTION.findall(lists[0])}


def passes(record: Record, asks: list[tuple[str, str]]) -> bool:
    """Tell the long way whether a decision passes the filters of an address."""
    values = {
        "status": {record.status.value},
        "year": {str(record.year)},
        "source": {entry.source for entry in record.current.money.sources or ()},
    }
    wanted = {name: {value for other, value in asks if other == name} for name, _ in asks if name != "sort"}
    return all(values[name] & some for name, some in wanted.items())


def test_no_question_leads_to_nothing(any_site: MadeSite) -> None:
    questions = asked(any_site)
    assert len(questions) >= 4
    for href in questions.values():
        parts = urlsplit(href)
        assert parts.path in any_site.urls
        asks = parse_qsl(parts.query)
        assert any(passes(record, asks) for record in any_site.register.records.values())


def test_the_seeds_region_asks_what_its_decisions_answer(own: MadeSite) -> None:
    questions = asked(own)
    assert questions["Vad är på förslag just nu?"].startswith("beslut/?status=applied")
    assert questions["Vilka bidrag finns inom Näringsliv och företagande?"] == "tema/naringsliv/"
    assert "Vad har Askersund fått?" not in questions


def test_the_largest_are_granted(any_site: MadeSite) -> None:
    found = [
        asks for href in asked(any_site).values() if ("sort", "-amount") in (asks := parse_qsl(urlsplit(href).query))
    ]
    granted = [record for record in any_site.register.records.values() if counts(record) and whole(record)]
    assert len(found) == (len(granted) >= 3)
    for asks in found:
        assert sum(passes(record, asks) for record in granted) >= 3
