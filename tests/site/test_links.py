import pytest

from tests.site.built import BuiltSite
from tests.site.conftest import HandMade
from tests.site.links import broken_links

SOUND = {
    "index.html": """<a href="om/">om</a><a href="om/#del%20ett">del</a><a href="#här">här</a><p id="här">
        <a href="?q=x">sök</a><a href="https://elsewhere.example/x">ut</a><a href="mailto:post@example.org">post</a>
        <img src="bild.svg" srcset="bild.svg 1x, om/../bild.svg 2x"><form action="om/"></form>
        <a href="https://example.org/under/path/om/#del%20ett">hel</a>""",
    "om/index.html": '<p id="del ett"><a href="..">hem</a><a href="/under/path/">hem</a><a href="../#h%C3%A4r">här</a>',
    "bild.svg": "<svg/>",
    "stil/stil.css": "@import 'mer.css'; a { background: url( \"../bild.svg\" ) } b { mask: url(data:x) }",
    "stil/mer.css": "",
}


def test_a_sound_site_has_no_broken_link(hand_made: HandMade) -> None:
    assert broken_links(hand_made(SOUND)) == []


@pytest.mark.parametrize(
    ("path", "fault", "said"),
    [
        ("om/index.html", "<p>", "/:1: om/#del%20ett: no such fragment"),
        ("om/index.html", '<a href="finns-inte/">', "om/:1: finns-inte/: no such file"),
        ("index.html", '<a href="finns-inte/">', "/:1: finns-inte/: no such file"),
        ("index.html", '<a href="om">', "/:1: om: no such file"),
        ("index.html", '<a href="om/#borta">', "/:1: om/#borta: no such fragment"),
        ("index.html", '<a href="#borta">', "/:1: #borta: no such fragment"),
        ("index.html", '<a href="/om/">', "/:1: /om/: leads out of /under/path/"),
        ("index.html", '<a href="../">', "/:1: ../: leads out of /under/path/"),
        ("index.html", '<link rel="canonical" href="https://example.org/under/path/bort/">', "bort/: no such file"),
        ("index.html", '<meta property="og:image" content="https://example.org/under/path/b.png">', "b.png: no such"),
        ("index.html", '<meta http-equiv="refresh" content="0; url=bort/">', "/:1: bort/: no such file"),
        ("index.html", '<img srcset="bild.svg 1x, stor.svg 2x">', "/:1: stor.svg: no such file"),
        ("index.html", '<form action="sok/">', "/:1: sok/: no such file"),
        ("index.html", '<p style="background: url(bort.png)">', "/:1: bort.png: no such file"),
        ("stil/stil.css", "a { background: url(bild.svg) }", "stil/stil.css: bild.svg: no such file"),
    ],
)
def test_a_planted_fault_is_found(hand_made: HandMade, path: str, fault: str, said: str) -> None:
    assert any(said in line for line in broken_links(hand_made({**SOUND, path: fault})))


def test_no_link_of_the_site_is_broken(site: BuiltSite) -> None:
    assert broken_links(site) == []
