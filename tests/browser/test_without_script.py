from urllib.parse import urldefrag, urljoin

from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener
from tests.site.built import kind_of
from tests.site.reach import paths_from_start
from tests.site.sites import Sites


def click_to(page: Page, address: str) -> bool:
    """Click the first link to an address that can be seen; False if there is none."""
    for link in page.locator("a[href]:visible").all():
        if urldefrag(urljoin(page.url, link.get_attribute("href") or "")).url == address:
            link.click()
            return True
    return False


def test_the_farthest_decision_is_reached_by_clicking_what_can_be_seen(opened: Opener, sites: Sites) -> None:
    site = sites["many"]
    paths = [path for url, path in paths_from_start(site).items() if kind_of(url) == "decision"]
    longest = max(paths, key=lambda path: (len(path), path))
    result = opened(site, "", java_script_enabled=False)
    for url in longest[1:]:
        assert click_to(result.page, result.origin + url), f"{url} cannot be seen on {result.page.url}"
        expect(result.page).to_have_url(result.origin + url)


def test_search_is_a_plain_form(opened: Opener, sites: Sites) -> None:
    result = opened(sites["own"], "", java_script_enabled=False)
    field = result.page.locator("form[method=get] input[name=q], form:not([method]) input[name=q]").first
    field.fill("energi")
    field.press("Enter")
    expect(result.page).to_have_url(f"{result.origin}beslut/?q=energi")
