"""What our compiled templates keep of Jinja's promises: they escape, and what is not given raises."""

from typing import Any

import pytest
from jinja2 import TemplateAssertionError, UndefinedError
from markupsafe import Markup

from funding.labels import Words
from funding.model.vocabulary import Status
from funding.pages.format import Format
from funding.pages.parts import ROWS, Fact, pager
from funding.pages.sheet import Sheet
from funding.pages.templating import Templates, _Environment


class Named:
    """A thing with an id and a status, as a row shows it."""

    id = '"><b>'
    status = Status.GRANTED


ROW: dict[str, Any] = {
    "record": Named(),
    "title": "<i>",
    "meta": (Markup("<u>"), "<s>"),
    "role": "&",
    "amount": 1,
    "note": None,
}


@pytest.fixture(scope="module")
def templates() -> Templates:
    return Templates(Format(Words("sv")))


def test_all_but_safe_html_is_escaped(templates: Templates) -> None:
    row = templates.render("row.html", **ROW)
    assert 'data-id="&#34;&gt;&lt;b&gt;"' in row
    assert "&lt;i&gt;" in row
    assert "<u> ·</span>" in row
    assert "&lt;s&gt;</span>&amp;</p>" in row


@pytest.mark.parametrize("name", ROW)
def test_a_value_that_is_not_given_raises(templates: Templates, name: str) -> None:
    given = {key: value for key, value in ROW.items() if key != name}
    with pytest.raises(UndefinedError):
        templates.render("row.html", **given)


def test_an_attribute_that_is_not_there_raises(templates: Templates) -> None:
    with pytest.raises(AttributeError):
        templates.render("row.html", **{**ROW, "record": object()})


def test_macros_are_safe_and_what_they_are_given_is_not(templates: Templates) -> None:
    sheet = Sheet("ar/2024/", "<h1>", "")
    values = {"others_undecided": None, "listed": None, "groups": (), "charts": ()}
    facts = (Fact("<b>", ("<i>",)),)
    page = templates.render("year.html", sheet=sheet, crumbs=(), keyfigures=facts, year="2024", **values)
    assert "<h1>&lt;h1&gt;</h1>" in page
    assert "<dt>&lt;b&gt;</dt>" in page
    assert '<p class="figure">&lt;i&gt;</p>' in page


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_texts_are_written_in_the_language_of_the_templates(lang: str) -> None:
    words, sheet = Words(lang), Sheet("beslut/", "", "")
    page = Templates(Format(words)).render(
        "list.html", crumbs=(), sheet=sheet, rows=(), pager=pager("beslut/", 1, 2 * ROWS)
    )
    assert f'aria-label="{words.text("parts.pager")}"' in page


@pytest.mark.parametrize("call", ["value(*given)", "value(**given)", "say('parts.page', *given)"])
def test_a_call_that_would_lose_what_it_is_given_is_refused_where_it_stands(call: str) -> None:
    with pytest.raises(TemplateAssertionError) as refused:
        _Environment().compile(f"<p>\n{{{{ {call} }}}}")
    assert refused.value.lineno == 2
