from tests.site.built import BuiltSite
from tests.site.conftest import HandMade
from tests.site.nu import nu_errors


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


def test_every_page_is_valid_html(site: BuiltSite) -> None:
    assert nu_errors(site.folder) == []
