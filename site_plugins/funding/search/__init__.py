"""The published search index: every decision as words, values and rows, cut into files that a browser fetches."""

from __future__ import annotations

from funding.search.cached import cache_of
from funding.search.index import INDEX, SEARCH, search_files
from funding.search.showing import TABLE_KEYS, Row, Showing

__all__ = ["INDEX", "SEARCH", "TABLE_KEYS", "Row", "Showing", "cache_of", "search_files"]
