"""The page of a rule: what is wrong, why it matters, how to mend it, the wrong way and the right one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from funding.catalogue import RULES, Catalogue, Example, Line, Piece, rule_url
from funding.catalogue.telling import headed
from funding.labels import Words
from funding.pages.context import Context
from funding.pages.links import ABOUT, Link, to
from funding.pages.page import Page
from funding.pages.sheet import Crumb, Sheet, make_page

NOT_SHOWN = "‹"
"""Begins what an example cannot show as it is."""


@dataclass(frozen=True, slots=True)
class Sheaf:
    """What stands in one file of an example: a heading where it needs one; ``faulty`` is the file itself."""

    heading: str | None
    faulty: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """One half of an example, or what was published before: ``name`` is that of its words."""

    name: str
    sheaves: tuple[Sheaf, ...]


def rule_page(context: Context, catalogue: Catalogue, code: str) -> Page:
    """Make the page of the rule with a code."""
    words, entry = context.words, catalogue.entry(code)
    told, example, url = entry.told, entry.example, rule_url(code)
    trail = (
        Crumb(words.text("rules.about"), ABOUT),
        Crumb(words.text("rules.title"), RULES),
        Crumb(told.title, url),
    )
    return make_page(
        context,
        Sheet(url, told.title, told.why, trail),
        "rule.html",
        entry=entry,
        group=Link(words.text(f"rules.group.{entry.group}"), to(f"{RULES}#{entry.group}")),
        samples=_samples(example, words) if example else (),
        signs=example is not None and _has_signs(example),
        lang=words.lang,
    )


def _samples(example: Example, words: Words) -> tuple[Sample, ...]:
    halves = (("then", example.then), ("wrong", example.wrong), ("right", example.right))
    return tuple(
        Sample(name, tuple(_sheaf(piece, words, named=example.named) for piece in pieces))
        for name, pieces in halves
        if pieces
    )


def _sheaf(piece: Piece, words: Words, *, named: bool) -> Sheaf:
    return Sheaf(headed(piece, words) if named else None, piece.faulty, piece.lines)


def _has_signs(example: Example) -> bool:
    shown: Sequence[Piece] = (*example.then, *example.wrong, *example.right)
    return any(NOT_SHOWN in line.text for piece in shown for line in piece.lines)
