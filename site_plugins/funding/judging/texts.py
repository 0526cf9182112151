"""What the rules about long texts share: the links in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from funding.judging.rule import Whole
from funding.model.facts import Impact
from funding.problem import KeyPath
from funding.register import Record
from funding.source import RegisterName

_LINKS: Final = re.compile(
    r"\]\(\s*<?(?P<inline>[^\s)>]*)"
    r"|^[ ]{0,3}\[[^\]\n]+\]:\s*<?(?P<reference>\S+)"
    r"|<(?P<auto>[A-Za-z][A-Za-z0-9+.-]*:[^\s>]*)>",
    re.MULTILINE,
)


def links_of(whole: Whole) -> Iterator[tuple[str, KeyPath, str]]:
    """Give the target of every Markdown link, image, reference and link in angle brackets, with its text's place.

    Each comes with its file; the standard conditions' texts are looked at too.
    """
    yield from whole.links
    for id_, condition in whole.register.lists.conditions.items():
        for target in _links_in(condition.text):
            yield whole.path_of(RegisterName.CONDITIONS), (id_, "text"), target


def links_in(record: Record) -> Iterator[tuple[KeyPath, str]]:
    """Give the target of every link in a decision's long texts, with its text's place."""
    for where, text in _long_texts(record):
        for target in _links_in(text):
            yield where, target


def _links_in(text: str | None) -> Iterator[str]:
    if text is not None and ("](" in text or "]:" in text or "<" in text):
        for match in _LINKS.finditer(text):
            yield next(target for target in match.groups() if target is not None)


def _long_texts(record: Record) -> Iterator[tuple[KeyPath, str | None]]:
    decision = record.original
    yield ("rationale",), decision.rationale
    yield ("economy",), decision.economy
    yield ("outcome",), decision.outcome
    if decision.impact:
        for key in Impact.model_fields:
            yield ("impact", key), getattr(decision.impact, key)
    for step in record.steps:
        if step.amendment is not None and "conditions" not in step.set_paths:
            continue
        for index, condition in enumerate(step.decision.conditions or ()):
            yield step.at("conditions", index, "text"), condition.text
    for index, amendment in enumerate(decision.amendments or ()):
        yield ("amendments", index, "reason"), amendment.reason
