"""What the index is given from the stages after it: how a decision is shown, and in which order titles stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from funding.register import Record

Linked: TypeAlias = str | tuple[str, str]
"""Plain text, or a text and the address from the site's root that it leads to."""
Row: TypeAlias = tuple[str, str, str, tuple[tuple[Linked, ...], ...], str, str | None]

"""A decision in a list of hits, in plain texts: id, title, status, who and when, amount, and what the amount is."""

TABLE_KEYS: Final = (
    "id",
    "url",
    "title",
    "status",
    "kind",
    "year",
    "decided",
    "meeting_date",
    "paragraph",
    "body",
    "funder",
    "recipient",
    "recipient_name",
    "organisation_number",
    "amount",
    "currency",
    "approximate",
    "ceiling",
    "yearly",
    "counted",
    "shares",
    "sources",
    "total_budget",
    "period_start",
    "period_end",
    "municipalities",
    "themes",
    "conditions",
    "condition_states",
    "references",
    "summary",
    "source_url",
)
"""The columns of a downloaded selection; a list of several values is a list."""


@dataclass(frozen=True, slots=True)
class Showing:
    """How a site shows its decisions.

    ``row`` gives a decision as a hit, ``url`` its absolute address. ``text_of`` gives the text of Markdown.
    ``alphabetical`` gives the key that sorts titles. ``ground`` is a digest of what these are made from beside the
    decision that they are given.
    """

    row: Callable[[Record], Row]
    url: Callable[[Record], str]
    text_of: Callable[[str], str]
    alphabetical: Callable[[str], Any]
    ground: str
