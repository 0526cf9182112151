import pytest

from tests.site.built import KINDS, kind_of
from tests.site.conftest import HandMade
from tests.site.sites import Sites

NOT_EVERYWHERE = {"continued"}


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("", "start"),
        ("404.html", "not-found"),
        ("beslut/", "explorer"),
        ("beslut/2024/", "year-list"),
        ("beslut/2024/sida-2/", "continued"),
        ("beslut/2024/rus-genomforande-2024-2025/", "decision"),
        ("mottagare/region-orebro-lan/sida-3/", "continued"),
        ("mottagare/", "index"),
        ("villkor/eu-medel/", "condition"),
        ("om/personuppgifter/", "other"),
    ],
)
def test_a_page_is_known_by_its_address(url: str, kind: str) -> None:
    assert kind_of(url) == kind


def test_pages_are_found_by_the_address_that_a_host_gives_them(hand_made: HandMade) -> None:
    site = hand_made({"index.html": "", "om/index.html": "", "404.html": "", "om/annex.html": "", "x.css": ""})
    assert list(site.pages) == ["", "404.html", "om/", "om/annex.html"]


def test_the_site_has_every_type_of_page(sites: Sites) -> None:
    missing = [kind for kind in KINDS.keys() - NOT_EVERYWHERE if not sites["own"].of_kind(kind)]
    assert not missing


@pytest.mark.parametrize(("name", "language"), [("own", "sv"), ("english", "en")])
def test_every_page_says_which_language_it_is_in(sites: Sites, name: str, language: str) -> None:
    pages = sites[name].pages.values()
    assert {html.attributes.get("lang") for page in pages for html in page.markup.all("html")} == {language}


def test_a_list_of_more_than_a_hundred_goes_on_at_a_second_page(sites: Sites) -> None:
    continued = {page.url for page in sites["many"].of_kind("continued")}
    assert {"beslut/2024/sida-2/", "mottagare/mottagare-0/sida-2/"} <= continued
    assert not [url for url in continued if "sida-3" in url]
