import pytest

from tests.browser.axe import OF_COLOURS, STANDARDS, axe_violations, rules_of
from tests.browser.conftest import Opener, Shown, Specimen, settle

BRIGHTNESS = """() => {
  const canvas = document.createElement("canvas").getContext("2d");
  for (const element of [document.body, document.documentElement]) {
    canvas.fillStyle = getComputedStyle(element).backgroundColor;
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    if (alpha) return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  }
  return 1;
}"""

LOOK_AT_COLOURS = """(standards) => axe.getRules(standards).filter(({tags}) => tags.includes("cat.color"))
  .map(({ruleId}) => ruleId).sort()"""
PALE = '<p style="color:#aaa;background:#fff">grå</p>'


@pytest.mark.parametrize(
    ("html", "rule"),
    [
        ("<main><h1>A</h1><img src=a.png></main>", "image-alt"),
        (f"<main><h1>A</h1>{PALE}</main>", "color-contrast"),
        ("<main><h1>A</h1><details><summary>a</summary><input></details></main>", "label"),
        ("<h1>A</h1><p>utanför</p>", "landmark-one-main"),
    ],
)
def test_a_planted_fault_is_found(shown: Shown, html: str, rule: str) -> None:
    assert rule in broken(axe_violations(shown(html)))


def test_a_fault_of_colours_is_found_where_it_is_dark(shown: Shown) -> None:
    page = shown(f"<h1>A</h1>{PALE}")
    assert broken(axe_violations(page, rules_of("dark"))) == {"color-contrast"}


def broken(violations: list[str]) -> set[str]:
    return {violation.partition(":")[0] for violation in violations}


def test_a_sound_page_has_no_violation(shown: Shown) -> None:
    assert axe_violations(shown("<main><h1>Beslut</h1><p>Text.</p></main>")) == []


def test_the_rules_of_colours_are_there(shown: Shown) -> None:
    page = shown("<main><h1>Beslut</h1><p>Text.</p></main>")
    axe_violations(page)
    assert page.evaluate(LOOK_AT_COLOURS, STANDARDS) == OF_COLOURS


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_type_of_page_is_accessible(opened: Opener, specimen: Specimen, scheme: str) -> None:
    window = {"viewport": {"width": 1280, "height": 900}, "color_scheme": scheme, "bypass_csp": True}
    page = opened(specimen.site, specimen.url, **window).page
    settle(page)
    brightness = page.evaluate(BRIGHTNESS)
    assert (brightness < 0.3) if scheme == "dark" else (brightness > 0.7)
    assert axe_violations(page, rules_of(scheme)) == []
    page.set_viewport_size({"width": 320, "height": 900})
    assert axe_violations(page, rules_of(scheme)) == []
