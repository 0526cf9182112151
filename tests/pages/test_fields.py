"""The page of the fields tells of every key, and its examples are what the checks take."""

from __future__ import annotations

import re
from html import unescape

import pytest
import yaml

from funding.labels import Words
from funding.model.keys import all_keys
from funding.model.vocabulary import Status
from funding.options import LANGUAGES
from funding.pages.overviews.fields import FIELDS
from tests.pages.conftest import PROJECT
from tests.pages.made import make_site

SITES = {lang: make_site(PROJECT, lang) for lang in ("sv", "en")}
SECTION = r'<h3 id="falt-([^"]+)">.*?(?=<h3|</section>)'


def sections(lang: str) -> list[re.Match[str]]:
    return list(re.finditer(SECTION, str(SITES[lang].page(FIELDS).content), re.DOTALL))


def section(key: str) -> str:
    (found,) = (one[0] for one in sections("sv") if one[1] == key)
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_key_is_told_of_in_the_order_of_the_model(lang: str) -> None:
    words = Words(lang)
    shown = sections(lang)
    assert len(shown) == len(all_keys()) == len({one[1] for one in shown})
    for key, one in zip(all_keys(), shown, strict=True):
        text = unescape(one[0])
        assert one[1].endswith(f".{key.name}")
        assert f"<code>{key.name}</code> {words.field(key.path)}" in text
        assert words.describe(key.path) in text


@pytest.mark.parametrize("one", sections("sv"), ids=lambda one: one[1])
def test_every_example_is_the_key_and_a_value(one: re.Match[str]) -> None:
    (example,) = re.findall(r"<code>([^<]*)</code></pre>", one[0])
    assert list(yaml.load(unescape(example), yaml.BaseLoader)) == [one[1].rpartition(".")[2]]  # noqa: S506 - text


def test_every_way_within_the_page_leads_somewhere() -> None:
    content = str(SITES["sv"].page(FIELDS).content)
    ids = re.findall(r' id="([^"]+)"', content)
    assert len(ids) == len({*ids})
    assert {*re.findall(r'href="#([^"]+)"', content)} <= {*ids}


def test_a_closed_list_stands_with_its_labels() -> None:
    shown = re.findall(r"<dt><code>(\w+)</code></dt><dd>([^<]+)</dd>", section("beslut.status"))
    assert shown == [(status.value, Words("sv").value(status)) for status in Status]


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("beslut.title", {"needed"}),
        ("beslut.recipient", {"many", "not_stated"}),
        ("beslut.summary", set()),
        ("decision.body", {"needed", "many", "not_stated"}),
        ("decision.meeting_date", set()),
        ("grant.amount", {"not_stated"}),
        ("grant.shares.of", {"needed", "not_stated"}),
        ("amendments.kind", {"needed", "many"}),
        ("register-bodies.name", {"needed"}),
    ],
)
def test_what_a_key_needs_and_takes_is_said(key: str, told: set[str]) -> None:
    said = {name for name in ("needed", "many", "not_stated") if Words("sv").text(f"fields.{name}") in section(key)}
    assert said == told
