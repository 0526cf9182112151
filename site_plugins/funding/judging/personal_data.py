"""What the rules about personal data share: where in a file a finder finds something."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from funding.judging.rule import Fault
from funding.personal import Sighting, find_typed
from funding.problem import KeyPath, Span
from funding.source import Document, Places, RegisterName, Tree, span_between

Finder = Callable[[str], Iterable[Sighting]]

_DIARY_NUMBER: Final = re.compile(r"[0-9]{2}[-/][0-9]{1,6}")
"""A year and a serial number: the only form of a diary number that may look like a telephone number."""


def sightings(
    document: Document, find: Finder, but: Callable[[Document], Iterable[Span]] = lambda _: ()
) -> Iterator[Fault]:
    """Give every place of a file where something is found, except inside the places that ``but`` gives.

    The raw text holds keys and comments too. It is looked at as it is typed and as its escapes and folds make it.
    """
    text = document.text
    found = [span_between(text, sighting.start, sighting.end) for sighting, _ in find_typed(text, find)]
    spared = tuple(but(document)) if found else ()
    for span in found:
        if not any(_within(span, spare) for spare in spared):
            yield Fault(span=span)


def diary_numbers(document: Document) -> Iterator[Span]:
    """Give the places of the references that are wholly diary numbers; none where the file cannot be read."""
    tree = document.tree
    if not isinstance(tree, dict):
        return
    places = Places(document.text)
    at_key = document.file.register is RegisterName.TERMS
    for where, reference in (((key,), key) for key in tree) if at_key else _references(tree):
        if _DIARY_NUMBER.fullmatch(reference):
            yield places.locate(where, at_key=at_key)


def _references(tree: dict[str, Tree]) -> Iterator[tuple[KeyPath, str]]:
    amendments = ((("amendments", at), part) for at, part in enumerate(_listed(tree.get("amendments"))))
    for way, part in (((), tree), *amendments):
        for at, reference in enumerate(_listed(part.get("references") if isinstance(part, dict) else None)):
            grouped = isinstance(reference, dict)
            value = reference.get("value") if isinstance(reference, dict) else reference
            if isinstance(value, str):
                yield (*way, "references", at, *(("value",) if grouped else ())), value


def _within(span: Span, spare: Span) -> bool:
    begins = (spare.line, spare.column) <= (span.line, span.column)
    return begins and (span.end_line, span.end_column) <= (spare.end_line, spare.end_column)


def _listed(value: Tree | None) -> list[Tree]:
    return value if isinstance(value, list) else [] if value is None else [value]
