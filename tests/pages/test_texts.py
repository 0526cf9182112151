"""What is done the short way gives what the long way gives."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from funding.pages.format import safe
from funding.pages.links import Link
from funding.pages.origins import encoded
from funding.pages.prose import marked_up, paragraphs
from funding.source import list_files, read_document
from tests.pages.conftest import PROJECTS

texts = st.text(st.characters(codec="utf-8")) | st.text(alphabet="aå<&'\"%/:~-_. \u2019\U0001f600")


@given(texts)
def test_a_text_is_encoded_as_the_standard_library_does(text: str) -> None:
    assert encoded(text) == quote(text, safe="")


@given(texts | st.integers() | st.none() | texts.map(Markup) | st.builds(Link, texts, texts | st.none()))
def test_a_value_is_escaped_as_markupsafe_does(value: object) -> None:
    assert safe(value) == escape(value)
    assert type(safe(value)) is Markup


def unmarked(text: str) -> bool:
    """Tell whether Markdown sees nothing in a text, nor in ``>`` without a space, which is no quotation of ours."""
    return not re.search(r"[*_\[\\]|^[ \t]*(?:[-+>]|\d+\.[ \t])|<https:|  $", text, re.MULTILINE)


lines = st.text(alphabet="aå1 .,:;!?&<>\"'`#=/()-+~|{}$%^@", min_size=1).map(str.strip).filter(bool)
prose = st.lists(st.lists(lines, min_size=1).map("\n".join), min_size=1).map("\n\n".join)


@given(prose.filter(unmarked))
def test_a_text_without_marks_is_shown_as_markdown_shows_it(text: str) -> None:
    assert unescape(paragraphs(text)) == unescape(marked_up(text))


def written(tree: Any) -> Iterator[str]:
    """Give every text of a file."""
    if isinstance(tree, str):
        yield tree.strip()
    for inner in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from written(inner)


@pytest.mark.parametrize("project", PROJECTS.values(), ids=PROJECTS)
def test_every_text_without_marks_is_shown_as_markdown_shows_it(project: Path) -> None:
    files = list_files(project, "decisions").files
    found = [text for file in files for text in written(read_document(project, file).tree) if unmarked(text)]
    assert found
    assert [text for text in found if text and unescape(paragraphs(text)) != unescape(marked_up(text))] == []
