"""The published search index: every decision as words, values and rows, cut into files that a browser fetches."""

from __future__ import annotations

from funding.search.cached import cache_of
from funding.search.index import SEARCH, Searched, Synonyms, search_files
from funding.search.showing import Linked, Row, Showing

__all__ = ["SEARCH", "Linked", "Row", "Searched", "Showing", "Synonyms", "cache_of", "search_files"]
