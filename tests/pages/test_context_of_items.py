"""The pages of recipients, themes and the rest lead on: to the search, to what is usual, to former names."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from bench.generate import generate
from funding.pages.figures.typical import typical_amounts, typical_shares
from tests.pages.made import MadeSite, make_site


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> MadeSite:
    folder: Path = tmp_path_factory.mktemp("items") / "project"
    generate(folder, 120)
    return make_site(folder)


def asked(site: MadeSite, url: str) -> list[tuple[str, str]]:
    """Give the filters that a page's way to the search sets."""
    found = re.findall(r'<a class="onward" href="([^"]*beslut/\?[^"]*)"', site.page(url).content)
    return [pair for href in found for pair in parse_qsl(urlsplit(href).query)]


@pytest.mark.parametrize(
    ("folder", "param"),
    [
        ("mottagare", "recipient"),
        ("finansiering", "source"),
        ("namnd", "body"),
        ("kommun", "municipality"),
        ("tema", "theme"),
    ],
)
def test_an_item_leads_to_its_decisions_in_the_search(invented: MadeSite, folder: str, param: str) -> None:
    pages = [url for url in invented.urls if re.fullmatch(rf"{folder}/[^/]+/", url) and "sida-" not in url]
    found = {url: asked(invented, url) for url in pages}
    assert any(found.values())
    for url, filters in found.items():
        assert filters in ([], [(param, url.split("/")[1])])


def test_a_type_of_condition_is_asked_for_by_its_english_name(invented: MadeSite) -> None:
    assert asked(invented, "villkor/full-finansiering/") == [("condition", "full_financing")]


def test_a_theme_tells_what_is_usual_within_it(invented: MadeSite) -> None:
    told = 0
    for theme, records in invented.register.by_theme.items():
        ours, _ = invented.register.ours_and_others(records)
        tables = [*typical_amounts(ours), *typical_shares(ours)]
        content = invented.page(f"tema/{theme}/").content
        assert ('id="typiskt"' in content) == bool(tables)
        told += bool(tables)
    assert told


def test_former_names_are_explained(own: MadeSite) -> None:
    named = [id_ for id_, entry in own.register.lists.organisations.items() if entry.former_names]
    pages = [url for id_ in named if (url := f"mottagare/{id_}/") in own.urls]
    assert pages
    for url in pages:
        assert "Beslut från tiden med ett tidigare namn står också här." in own.text(url)
