"""A shell is cut once and joined for every page."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from funding.engine.assets import Assets
from funding.engine.shell import MARKS, ShellError, cut, slots_of
from funding.pages.page import Page

WHOLE = f"<meta content='{MARKS.description}'><title>{MARKS.title}</title>{MARKS.head}<main>{MARKS.content}</main>"
ASSETS = Assets(
    "assets",
    {"assets/a.css": b"", "assets/a.first.js": b"", "assets/deep/a.js": b'import "../b.js";', "assets/b.js": b""},
)
HOSTILE = "</title>'\"&<script>"


def slots(page: Page, url: str) -> tuple[str, str, str, str]:
    found = slots_of(page, url, site_name="S & B", site_url="https://x.example/sub/", assets=ASSETS)
    return found.description, found.title, found.head, found.content


def test_joined_page_holds_each_value_in_its_slot() -> None:
    page = Page("T", "D", Markup("<p>C</p>"), Markup("<meta>"))
    filled = slots_of(page, "a/", site_name="S", site_url="https://x.example/", assets=ASSETS)
    assert cut(WHOLE).join(filled) == (
        "<meta content='D'><title>T – S</title>"
        '<link rel="canonical" href="https://x.example/a/">\n'
        '<meta property="og:site_name" content="S">\n<meta><main><p>C</p></main>'
    )


@pytest.mark.parametrize(
    "broken",
    [
        WHOLE.replace(MARKS.head, ""),
        WHOLE + MARKS.title,
        WHOLE.replace(MARKS.title, "x").replace(MARKS.content, MARKS.title).replace("x", MARKS.content),
        "",
    ],
    ids=["missing", "doubled", "moved", "empty"],
)
def test_theme_that_shows_other_slots_is_refused(broken: str) -> None:
    with pytest.raises(ShellError):
        cut(broken)


def test_plain_texts_are_escaped_and_html_is_kept() -> None:
    description, title, head, content = slots(Page(HOSTILE, HOSTILE, Markup("<h1>x</h1>")), "a/<b>/")
    assert title == "&lt;/title&gt;&#39;&#34;&amp;&lt;script&gt; – S &amp; B"
    assert description == "&lt;/title&gt;&#39;&#34;&amp;&lt;script&gt;"
    assert '"https://x.example/sub/a/&lt;b&gt;/"' in head
    assert 'content="S &amp; B"' in head
    assert content == "<h1>x</h1>"


def test_start_page_is_named_by_itself() -> None:
    assert slots(Page("Start", "", Markup()), "")[1] == "Start"


def test_page_out_of_indexes_says_so_and_has_no_canonical_address() -> None:
    head = slots(Page("T", "", Markup(), indexed=False), "a/")[2]
    assert 'content="noindex"' in head
    assert "canonical" not in head


def test_page_asks_for_its_own_files_and_at_once_for_what_its_modules_import() -> None:
    page = Page("T", "", Markup(), Markup("<meta>"), assets=("a.css", "a.first.js", "deep/a.js"))
    assert slots(page, "a/b/")[2].split("<meta>\n")[1] == (
        '<link rel="stylesheet" href="../../assets/a.css">\n'
        '<script src="../../assets/a.first.js"></script>\n'
        '<script type="module" src="../../assets/deep/a.js"></script>\n'
        '<link rel="modulepreload" href="../../assets/b.js">'
    )
