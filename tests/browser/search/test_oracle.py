"""A thousand random searches in the browser give what the oracle gives: which decisions, their order, their sums."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest

from tests.browser.conftest import Opener, Serve, opening
from tests.browser.search.conftest import load
from tests.browser.search.trials import Told, Trial, told_by
from tests.browser.windows import Windows
from tests.search.states import States, spellings
from tests.site.sites import Sites

SEARCHES = {"own": 100, "examples": 200, "invented": 700}
"""How many searches are tried over the decisions of each site."""
ON_THE_PAGE, LONGEST_ADDRESS, LEAST_SHOWN = 35, 4000, 10
"""One search in so many is tried as an address of the page; how long such an address may be; how many decisions the
page shows at first at least."""


@pytest.fixture(scope="module", params=SEARCHES)
def trial(request: pytest.FixtureRequest, windows: Windows, serve: Serve, sites: Sites) -> Iterator[Trial]:
    site = sites[request.param]
    with opening(windows, serve) as opener:
        opened = opener(site, "om/")
        load(opened.page, site, opened.origin)
        yield Trial.of(opened, request.param, site)


@pytest.fixture(scope="module")
def searches(trial: Trial) -> list[str]:
    return list(States(trial.oracle).draw(SEARCHES[trial.site]))


def test_random_searches_give_what_the_oracle_gives(trial: Trial, searches: list[str]) -> None:
    assert trial.differences(searches) == []


def test_a_tenth_of_them_have_the_same_counts(trial: Trial, searches: list[str]) -> None:
    assert trial.differences(searches[::10], counts=True) == []


def test_the_page_at_an_address_shows_what_the_oracle_gives(
    trial: Trial, searches: list[str], opened: Opener, sites: Sites
) -> None:
    page, differing = opened(sites[trial.site], "om/").page, []
    tried = [search for search in searches[::ON_THE_PAGE] if len(search) < LONGEST_ADDRESS]
    assert len(tried) > 1
    for search in tried:
        page.goto(f"{trial.origin}beslut/?{search}")
        known, shown = trial.oracle.answer(search), told_by(page)
        least = min(LEAST_SHOWN, len(known.ids))
        if len(shown.ids) < least or shown != Told(len(known.ids), known.sum, known.ids[: len(shown.ids)]):
            differing.append((search, shown))
    assert differing == []


def test_a_number_or_name_in_any_spelling_gives_its_decision_first(trial: Trial) -> None:
    named: dict[str, set[str]] = defaultdict(set)
    for place, document in enumerate(trial.oracle.documents):
        for text in spellings(trial.oracle, place):
            named[text].add(document.record.id)
    assert len(named) > len(trial.oracle.documents)
    found = dict(zip(named, trial.first(named), strict=True))
    assert [text for text, id_ in found.items() if id_ not in named[text]] == []
