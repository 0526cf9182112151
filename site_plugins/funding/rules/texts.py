"""What the rules about long texts share: every text with Markdown in it, and the links in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from funding.problem import KeyPath
from funding.register import Record
from funding.rules.steps import steps_that_set

_LINKS: Final = re.compile(
    r"\]\(\s*<?(?P<inline>[^\s)>]*)"
    r"|^[ ]{0,3}\[[^\]\n]+\]:\s*<?(?P<reference>\S+)"
    r"|<(?P<auto>[A-Za-z][A-Za-z0-9+.-]*:[^\s>]*)>",
    re.MULTILINE,
)


def long_texts(record: Record) -> Iterator[tuple[KeyPath, str]]:
    """Give the place and the words of every long text of a decision and its later decisions."""
    decision = record.original
    for key in ("rationale", "economy", "outcome"):
        yield from _text((key,), getattr(decision, key))
    for key in ("environment", "children", "gender_equality"):
        yield from _text(("impact", key), getattr(decision.impact, key) if decision.impact else None)
    for step in steps_that_set(record, "conditions"):
        for index, condition in enumerate(step.decision.conditions or ()):
            yield from _text(step.at("conditions", index, "text"), condition.text)
    for index, amendment in enumerate(decision.amendments or ()):
        yield from _text(("amendments", index, "reason"), amendment.reason)


def links_in(text: str) -> Iterator[str]:
    """Give the target of every Markdown link, image, reference and link in angle brackets."""
    if "](" in text or "]:" in text or "<" in text:
        for match in _LINKS.finditer(text):
            yield next(target for target in match.groups() if target is not None)


def _text(where: KeyPath, text: str | None) -> Iterator[tuple[KeyPath, str]]:
    if text is not None:
        yield where, text
