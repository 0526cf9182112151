"""What the words of a query may also mean is told from the register, the controlled words and the locales."""

from __future__ import annotations

from pathlib import Path

import pytest

from funding.pages.lists.offers import offers
from funding.swedish import key
from tests.search.conftest import site_of
from tests.site.projects import ROOT


@pytest.mark.parametrize("project", [ROOT, ROOT / "tests/pages/project"])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_each_value_is_had_by_a_decision_and_is_called_something(project: Path, lang: str) -> None:
    context = site_of(project, lang)
    told = offers(context)
    statuses = [keys[0] for facet, keys, _ in told["values"] if facet == "status"]
    assert sorted(statuses) == sorted({record.status.value for record in context.register.records.values()})
    for _, keys, names in told["values"]:
        assert keys
        assert names
        assert len({name.lower() for name in names}) == len(names)
    assert {sort for sort, *_ in told["sorts"]} == {"amount", "-amount", "decided", "-decided"}
    granted = [status for status in ("cancelled", "completed", "granted") if status in statuses]
    assert granted
    among = {"status": granted}
    assert {sort: chosen for sort, _, chosen in told["sorts"] if chosen} == {"amount": among, "-amount": among}


def test_money_of_a_kind_means_all_its_sources_and_a_short_name_its_own() -> None:
    told = offers(site_of(ROOT))
    means = {name: keys for facet, keys, names in told["values"] for name in names if facet == "source"}
    assert means["EU-pengar"] == ["eruf", "eu-fond-ej-namngiven"]
    assert means["ERUF"] == ["eruf"]


def test_what_every_query_may_say_offers_nothing() -> None:
    told = offers(site_of(ROOT))
    assert "project" not in {keys[0] for facet, keys, _ in told["values"] if facet == "kind"}


def test_what_citizens_call_a_status_is_said_in_forms_that_the_stemmer_does_not_join() -> None:
    context = site_of(ROOT)
    said = context.words.texts("explorer.offers")
    assert isinstance(said, dict)
    assert key("avslagna") != key("avslagen")
    assert "avslagna" in said["values"]["status"]["rejected"]
