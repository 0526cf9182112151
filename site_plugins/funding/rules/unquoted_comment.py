"""A text ends at `` #``: what comes after it is a comment and is not shown.

A comment that is meant has a space after its sign.

PASS:
    title: "Projekt #5"
FAIL:
    title: Projekt #5
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, get_args

from funding.judging.rule import Fault, Rule
from funding.model.keys import all_keys
from funding.model.parsing import Parsed
from funding.model.texts import Line, Prose, Reference, Short, Title
from funding.problem import Severity, Span
from funding.source import Document, Places

_PERHAPS: Final = re.compile(r"[^\s#] +#[^\s#]")
_CUT: Final = re.compile(r" +#[^\s#].*")
_TEXTS: Final = (Line, Prose, Reference, Short, Title)


def check(document: Document) -> Iterator[Fault]:
    """Find every unquoted text value that a comment follows at once."""
    if document.tree is None or " #" not in document.text or not _PERHAPS.search(document.text):
        return
    lines = document.text.split("\n")
    for where, span in Places(document.text).plain_values():
        keys = [part for part in where if isinstance(part, str)]
        cut = _CUT.match(lines[span.end_line - 1], span.end_column - 1)
        if cut and keys and keys[-1] in _text_keys():
            start, end = cut.start() + 1, cut.end() + 1
            yield Fault(
                where, {"key": keys[-1], "cut": cut[0].strip()}, span=Span(span.end_line, start, span.end_line, end)
            )


@cache
def _text_keys() -> frozenset[str]:
    """Give the names of all keys whose values are free text, as the model types them."""
    texts = {get_args(text)[1] for text in _TEXTS}
    return frozenset(
        key.name
        for key in all_keys()
        for form in (*_forms(key.field.annotation), *key.field.metadata)
        if isinstance(form, Parsed) and form in texts
    )


def _forms(annotation: object) -> Iterator[object]:
    """Give a type and everything that it is made of."""
    yield annotation
    for inner in get_args(annotation):
        yield from _forms(inner)


RULE = Rule("unquoted-comment", Severity.WARNING, check)
