"""What the number of decisions must not change: the page and the JSON of each of them."""

import re

import pytest

from funding.pages.likeness.choosing import MOST
from funding.pages.links import data_url
from tests.pages.conftest import ROOT
from tests.pages.made import MadeSite, make_site
from tests.site.projects import Wording, write_decisions

FEW, MANY, ITEMS = 10, 400, 2
IDS = [f"2024/projekt-{number}" for number in range(FEW)]
SIMILAR = re.compile(r'<h2 id="liknande">.*?</ol>', re.DOTALL)


@pytest.fixture(scope="module", params=["sv", "en"])
def few_and_many(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[MadeSite]:
    made: list[MadeSite] = []
    for count in (FEW, MANY):
        folder = tmp_path_factory.mktemp("project") / "decisions"
        wordings = [Wording(f"Projekt {number}", "Ett stycke *text*.") for number in range(count)]
        write_decisions(folder, wordings, ITEMS)
        made.append(make_site(ROOT, request.param, decisions=folder))
    return made


def test_the_sites_differ_in_size(few_and_many: list[MadeSite]) -> None:
    few, many = few_and_many
    assert len(many.urls) - len(few.urls) >= MANY - FEW


@pytest.mark.parametrize("id_", IDS)
def test_the_page_of_a_decision_is_the_same_among_few_and_among_many(few_and_many: list[MadeSite], id_: str) -> None:
    few, many = (site.page(f"beslut/{id_}/") for site in few_and_many)
    assert 0 < SIMILAR.findall(many.content)[0].count("<li") <= MOST
    rest = [(page.title, page.head, SIMILAR.sub("", page.content)) for page in (few, many)]
    same = rest[0] == rest[1]
    assert same, "a page differs elsewhere than in its similar decisions"


@pytest.mark.parametrize("id_", IDS)
def test_the_json_of_a_decision_is_the_same_among_few_and_among_many(few_and_many: list[MadeSite], id_: str) -> None:
    few, many = (site.file(data_url(id_)) for site in few_and_many)
    assert few == many
