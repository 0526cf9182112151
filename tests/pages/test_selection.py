"""What the scripts are told of a selection covers what they meet."""

import json

import pytest

from funding.labels import Words
from funding.model.vocabulary import ShareBase
from funding.options import LANGUAGES
from funding.pages.context import Context
from funding.pages.figures.selection import SERIES, told_for_downloads, told_for_pictures
from funding.project import find_project
from funding.search.facts import FACETS
from funding.search.showing import TABLE_KEYS
from tests.pages.conftest import PROJECT
from tests.pages.made import ADDRESS, DAY, make_site


@pytest.fixture(scope="module", params=LANGUAGES)
def context(request: pytest.FixtureRequest) -> Context:
    options = find_project(PROJECT).options.model_copy(update={"lang": request.param})
    return Context(make_site(PROJECT, request.param).register, options, Words(request.param), DAY, ADDRESS)


def test_every_column_and_filter_has_a_heading(context: Context) -> None:
    told = json.loads(told_for_downloads(context))
    assert list(told["headings"]) == list(TABLE_KEYS)
    assert len(set(told["headings"].values())) == len(TABLE_KEYS)
    assert set(told["filters"]) == {*FACETS, "amount", "decided"}
    assert set(told["costs"]) == {base.value for base in ShareBase}


def test_every_series_has_its_words(context: Context) -> None:
    told = json.loads(told_for_pictures(context))
    for of in SERIES:
        assert {"title", "caption", "heading", "takeaway"} <= told["series"][of].keys()
        assert ("none" in told["series"][of]) == (of != "year")
        assert told["series"][of]["takeaway"].count("{amount}") == 1


def test_nothing_that_is_told_can_end_its_script(context: Context) -> None:
    for told in (told_for_downloads(context), told_for_pictures(context)):
        assert not {"<", ">", "&"} & set(told)
