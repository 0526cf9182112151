"""Where the pages of the rules stand on the site, and the way from a problem to its page."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from funding.check import Checked

RULES: Final = "om/regler/"
"""The page that lists all rules, from the site's root."""


def rule_url(code: str) -> str:
    """Give the address of a rule's page from the site's root."""
    return f"{RULES}{code}/"


def linked(checked: Checked, site_url: str | None) -> Checked:
    """Give every problem the whole address of its rule's page; without an address of the site, none."""
    if not site_url:
        return checked
    root = site_url.removesuffix("/")
    problems = (replace(problem, url=f"{root}/{rule_url(problem.code)}") for problem in checked.problems)
    return replace(checked, problems=tuple(problems))
