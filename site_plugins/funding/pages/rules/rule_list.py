"""The list of all rules, by what they are about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from funding.catalogue import CODES, RULES, Catalogue, Group, rule_url, severity_of
from funding.digests import digest
from funding.pages.context import Context
from funding.pages.links import ABOUT, Link, to
from funding.pages.page import Page, PageSource
from funding.pages.rules.rule_page import rule_page
from funding.pages.sheet import Crumb, Sheet, make_page
from funding.problem import Severity


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule: what is wrong, as the way to its page, its code and how much it weighs."""

    link: Link
    code: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class GroupRows:
    """The rules of a group, and how many they are."""

    group: Group
    counted: Markup
    rows: tuple[RuleRow, ...]


def rule_sources(context: Context) -> Iterator[PageSource]:
    """Give the page of each rule; they are made from nothing but the program and the language."""
    catalogue = Catalogue(context.words)
    for code in catalogue.codes:
        yield PageSource(rule_url(code), partial(rule_page, context, catalogue, code), digest())


def rules_page(context: Context) -> Page:
    """Make the list."""
    words, form = context.words, context.form
    catalogue = Catalogue(words)
    title = words.text("rules.title")
    trail = (Crumb(words.text("rules.about"), ABOUT), Crumb(title, RULES))
    return make_page(
        context,
        Sheet(RULES, title, words.text("rules.description"), trail),
        "rules.html",
        lede=form.counted("rules.lede", len(catalogue.codes)),
        severities=tuple(Severity),
        groups=tuple(
            GroupRows(group, form.counted("rules.counted", len(codes)), tuple(_row(catalogue, code) for code in codes))
            for group, codes in CODES.items()
        ),
    )


def _row(catalogue: Catalogue, code: str) -> RuleRow:
    return RuleRow(Link(catalogue.told(code).title, to(rule_url(code))), code, severity_of(code))
