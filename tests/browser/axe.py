"""Runs axe, the accessibility checker, on an open page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPEN_EVERYTHING = "document.querySelectorAll('details').forEach((details) => { details.open = true; })"
OF_COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules of those standards that look at colours: of all others it is the same what is light or dark."""
RUN = "(rules) => axe.run(document, {runOnly: rules, resultTypes: ['violations']}).then((found) => found.violations)"


def rules_of(scheme: str) -> Sequence[str]:
    """Give the rules that a page is held to: all where it is light, and where it is dark those that look at colours.

    The others say the same of both.
    """
    return OF_COLOURS if scheme == "dark" else STANDARDS


def axe_violations(page: Page, rules: Sequence[str] = STANDARDS) -> list[str]:
    """Give one line for each element that breaks WCAG 2.2 A or AA or a best practice, folded parts opened.

    ``rules`` are either rules of axe or names of groups of them.

    Raises:
        FileNotFoundError: if axe is not installed.
    """
    if not AXE.is_file():
        raise FileNotFoundError(f"{AXE}: run `npm ci --ignore-scripts`")
    page.evaluate(OPEN_EVERYTHING)
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    violations: list[dict[str, Any]] = page.evaluate(RUN, list(rules))
    return [
        f"{violation['id']}: {node['html'][:200]}: {node['failureSummary']}"
        for violation in violations
        for node in violation["nodes"]
    ]
