import pytest

from tests.browser.axe import OPEN_EVERYTHING
from tests.browser.conftest import Opener, Shown, Specimen, settle
from tests.browser.narrow import wider_than_window

AT_400_PERCENT = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}


@pytest.mark.parametrize("html", ['<div style="width:400px">bred</div>', "<p>" + "lång" * 100])
def test_a_page_that_is_too_wide_is_found(shown: Shown, html: str) -> None:
    found = wider_than_window(shown(html))
    assert found
    assert "ends at" in found[1]


def test_what_scrolls_by_itself_is_no_fault(shown: Shown) -> None:
    assert wider_than_window(shown('<div style="overflow:auto"><div style="width:400px">bred</div></div>')) == []


def test_no_page_scrolls_sideways_on_a_narrow_screen(opened: Opener, specimen: Specimen) -> None:
    """320 CSS px is a small phone and a 1280 px window at 400 % zoom alike (WCAG 1.4.10)."""
    page = opened(specimen.site, specimen.url, **AT_400_PERCENT).page
    settle(page)
    assert wider_than_window(page) == []
    page.evaluate(OPEN_EVERYTHING)
    assert wider_than_window(page) == []
