"""Runs axe, the accessibility checker, on an open page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPEN_EVERYTHING = "document.querySelectorAll('details').forEach((details) => { details.open = true; })"
RUN = "(tags) => axe.run(document, {runOnly: tags, resultTypes: ['violations']}).then((found) => found.violations)"


def axe_violations(page: Page) -> list[str]:
    """Give one line for each element that breaks WCAG 2.2 A or AA or a best practice, folded parts opened.

    Raises:
        FileNotFoundError: if axe is not installed.
    """
    if not AXE.is_file():
        raise FileNotFoundError(f"{AXE}: run `npm ci --ignore-scripts`")
    page.evaluate(OPEN_EVERYTHING)
    page.evaluate(AXE.read_text("utf-8"))
    violations: list[dict[str, Any]] = page.evaluate(RUN, STANDARDS)
    return [
        f"{violation['id']}: {node['html'][:200]}: {node['failureSummary']}"
        for violation in violations
        for node in violation["nodes"]
    ]
