from tests.site.conftest import HandMade
from tests.site.nu import nu_errors
from tests.site.sites import RECIPES, TWIN, Sites


def test_planted_faults_are_found(hand_made: HandMade) -> None:
    site = hand_made(
        {
            "index.html": "<p>hel",
            "dubbel/index.html": '<p id="a"><p id="a">',
            "kryss.html": '<label><input type="checkbox" autocomplete="off"> a</label>',
            "etikett.html": '<label for="borta">a</label>',
            "stil.css": "a { colour: red }",
        }
    )
    assert {line.partition(":")[0] for line in nu_errors(site.folder)} == {
        "dubbel/index.html",
        "kryss.html",
        "etikett.html",
    }


def test_every_page_of_every_site_is_valid_html(sites: Sites) -> None:
    assert nu_errors(*(sites[name].folder for name in RECIPES if name not in {"own-below", TWIN})) == []


def test_a_fault_of_one_of_several_folders_is_found(hand_made: HandMade) -> None:
    site = hand_made({"hel/index.html": "<p>hel", "fel/index.html": '<p id="a"><p id="a">'})
    (error, *_) = nu_errors(site.folder / "hel", site.folder / "fel")
    assert error.startswith("fel/index.html:")
