"""Whatever an editor writes is shown in the comment as it stands, and does nothing there."""

from __future__ import annotations

import html
import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from funding.changes.markdown import Markdown, code, filled, item, plain, shortened
from funding.changes.word_diff import word_diff

SIGNS = "\\`*_[]()<>#|~$@&^!{}=:+-.'\"/ \tab1x"
HOSTILE = [
    "<script>alert(1)</script>",
    "![x](https://evil.example/x.png)",
    "[x](javascript:alert(1))",
    "<https://evil.example>",
    "| a | b |",
    "`code` ``more``",
    "**bold** _soft_ ~~gone~~",
    "@someone och @team/alla",
    "#123 och GH-123 och andra/repo#1",
    "!12 %3 ~etikett $5 &6 ^7",
    "https://evil.example www.evil.example",
    ":tada: :+1:",
    "$x^2$",
    "- punkt",
    "+ punkt",
    "1. punkt",
    "1) punkt",
    "> citat",
    "# rubrik",
    "=====",
    "-----",
    "- [ ] gör",
    "/close",
    "&lt;b&gt; &#64;name &commat;name",
    "<!-- dold",
    "rad ett\n\n# rad två",
    "[^1] [ref]: https://evil.example",
]


def shown(text: str) -> str:
    """Give the text that a reader sees, and fail where anything else than a paragraph or item came of it."""
    rendered = markdown.markdown(text, extensions=["tables", "footnotes", "def_list", "attr_list", "abbr"])
    assert re.sub(r"</?(?:p|ul|li)>", "", rendered) == re.sub(r"<[^>]*>", "", rendered)
    return html.unescape(re.sub(r"</?(?:p|ul|li)>", "", rendered)).replace("\u200b", "").strip()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text: str) -> None:
    assert shown(plain(text)) == " ".join(text.split())
    assert shown(item(plain(text))) == " ".join(text.split())


@given(st.text(SIGNS, max_size=40))
def test_any_text_is_only_text(text: str) -> None:
    assert shown(plain(text)) == re.sub(r"\s+", " ", text).strip()


@pytest.mark.parametrize(
    "text", ["@name", "#12", "GH-12", "!12", "$12", "~bug", "https://x.example", ":tada:", "www.x.example"]
)
def test_what_a_host_looks_for_after_rendering_is_parted(text: str) -> None:
    """Hosts look for these in the HTML, where an entity is the sign itself; only what stands between helps."""
    seen = html.unescape(plain(text))
    assert "\u200b" in seen
    assert not re.search(r"[@#!$~]\w|://|:\w+:|GH-\d|www\.", seen)


@pytest.mark.parametrize("text", ["kl. 10:30", "50 % av 3 000 kr", "Region Örebro län (dnr 24RS12)", "a–b, c; d? e"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert plain(text) == text


def test_personal_data_is_hidden_in_texts_and_between_changed_words() -> None:
    assert plain("Ring 070-123 45 67") == "Ring •••"
    assert "1212" not in word_diff("Sökande 19121212-1212 i Norrby " * 3, "Sökande 19121212-1212 i Söderby " * 3)


def test_blanks_are_made_safe_unless_they_are_so_already() -> None:
    assert filled("{a} och {b}", {"a": "*x*", "b": Markdown("*x*")}) == "&#42;x&#42; och *x*"


def test_name_with_a_grave_accent_is_no_code() -> None:
    assert code("decisions/2024/x.yml") == "`decisions/2024/x.yml`"
    assert "`" not in code("decisions/`<b>`.yml")


def test_long_text_is_cut_between_words() -> None:
    assert shortened("ett två tre fyra", 10) == "ett två…"
    assert shortened("x" * 50, 10) == "x" * 9 + "…"
    assert shortened("kort", 10) == "kort"


def test_changed_words_stand_between_a_few_that_are_the_same() -> None:
    old = "ett två tre fyra fem sex sju åtta nio tio elva tolv tretton"
    assert word_diff(old, old.replace("sju", "SJU")) == "… tre fyra fem sex ~~sju~~ **SJU** åtta nio tio elva …"


def test_texts_that_are_wholly_other_are_told_by_their_beginning() -> None:
    old, new = "a " * 5_000, "b " * 5_000
    said = word_diff(old, new)
    assert said == f"~~{' '.join(['a'] * 40)}…~~ **{' '.join(['b'] * 40)}…**"
