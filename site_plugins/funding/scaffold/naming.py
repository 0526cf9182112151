"""Ids for what is new: a title or a name as a slug that no other has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from itertools import count
from typing import Final

from funding.personal import redact_path
from funding.source import is_slug
from funding.source.files import LONGEST_SLUG

_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "o", "ß": "ss", "ð": "d", "þ": "th", "đ": "d", "ł": "l", "œ": "oe"})
"""Latin letters that are no other letter with an accent."""

_ROOM: Final = 6
"""Signs of a slug that are kept free for a number."""


def plain(text: str) -> str:
    """Write a text in small letters a to z, digits and single dashes; empty where it has none of them."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    bare = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return "-".join(re.findall("[a-z0-9]+", bare))


def slug_of(text: str, instead: str) -> str:
    """Make a slug of a title or name; ``instead`` stands where nothing of it may be a slug.

    It is cut between words where it is too long, and loses its digits where they look like personal data.
    """
    slug = _cut(plain(text))
    if redact_path(slug) != slug:
        slug = _cut(plain(re.sub(r"\d", " ", text)))
    if not slug:
        return instead
    return slug if is_slug(slug) else f"{instead}-{slug}"


def free(slug: str, taken: Container[str], before: str = "") -> str:
    """Give the slug with ``before`` in front, and a number behind it where that is taken."""
    numbered = (f"{before}{slug}-{number}" for number in count(2))
    return f"{before}{slug}" if f"{before}{slug}" not in taken else next(id_ for id_ in numbered if id_ not in taken)


def _cut(slug: str) -> str:
    longest = LONGEST_SLUG - _ROOM
    if len(slug) <= longest:
        return slug
    whole, _, _ = slug[: longest + 1].rpartition("-")
    return whole or slug[:longest]
