"""What the templates name is what the styles know, so that neither holds anything dead."""

import re
from pathlib import Path

import pytest

import funding
from funding.model.vocabulary import AmendmentStatus, Status
from funding.pages.tiles.layout import MOST_COLUMNS, MOST_ROWS
from funding.pages.tiles.tile_map import LEVELS
from funding.problem import Severity
from tests.pages.made import MadeSite

PACKAGE = Path(funding.__file__).parent
TEMPLATES = [*(PACKAGE / "templates").glob("*.html"), *(PACKAGE / "engine/theme").rglob("*.html")]
SCRIPTS = sorted((PACKAGE / "assets").rglob("*.js"))
STYLES = sorted((PACKAGE / "assets").rglob("*.css"))
MATERIALS = ("md-", "admonition", "no-js")
FILLED_IN = {
    "badge--": {*(word.value for word in (*Status, *AmendmentStatus, *Severity)), "met", "failed", "pending"},
    "sample--": {"then", "wrong", "right"},
    "notice--": {"open", "stop", "plain"},
    "figure--": {"none"},
    "column-": {str(column) for column in range(1, MOST_COLUMNS + 1)},
    "row-": {str(row) for row in range(1, MOST_ROWS + 1)},
    "level-": {str(level) for level in range(1, LEVELS + 1)},
}


def named() -> set[str]:
    """Give the classes that our templates, pages and scripts write, with what is filled in."""
    texts = [file.read_text("utf-8") for file in (*TEMPLATES, *(PACKAGE / "pages").rglob("*.py"))]
    found = {name for text in texts for classes in re.findall(r'class="([^"]*)"', text) for name in classes.split()}
    said = re.findall(r'"([a-z][\w -]*)"', "".join(file.read_text("utf-8") for file in SCRIPTS))
    found |= {name for words in said for name in words.split()}
    filled = {start + end for start, ends in FILLED_IN.items() for end in ends}
    macros = {"table", "bars"}
    return {name for name in found if "{" not in name and "}" not in name} | filled | macros


def styled() -> set[str]:
    """Give the classes that our styles name."""
    rules = "".join(re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL) for file in STYLES)
    return set(re.findall(r"\.([a-z][\w-]*)", re.sub(r'"[^"]*"', "", rules)))


def test_every_style_has_something_to_dress() -> None:
    assert {name for name in styled() - named() if not name.startswith(MATERIALS)} == set()


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_styles_ask_nobody_and_force_nothing(file: Path) -> None:
    text = file.read_text("utf-8")
    assert "!important" not in text
    assert not re.search(r"url\(|@import", text)


def test_no_page_carries_styles_of_its_own(any_site: MadeSite) -> None:
    carrying = [url for url in any_site.urls if re.search(r"<style|\sstyle=", any_site.page(url).content)]
    assert carrying == []
