"""Where the pages of the rules stand on the site."""

from __future__ import annotations

from typing import Final

RULES: Final = "om/regler/"
"""The page that lists all rules, from the site's root."""


def rule_url(code: str) -> str:
    """Give the address of a rule's page from the site's root."""
    return f"{RULES}{code}/"
