"""What builds keep of the index: each under a digest of all that it is made from, or compared with what there is now.

That is the analysis of each run of decisions, where its parts of compounds stand, how the words of the site are split,
and the blocks of each file. What the last build did not need is thrown away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final
from zlib import crc32

from funding.cache import Cache
from funding.digests import digest
from funding.register import Record

CACHED_MODULES: Final = (
    "funding.search.analysis",
    "funding.search.facts",
    "funding.search.packs",
    "funding.search.splitting",
)
"""Where the classes are defined that an entry is made of."""

USUAL: Final = 256
MOST: Final = 1024
"""How many decisions are analysed together: usually, and at most."""


def cache_of(root: Path) -> Cache:
    """Give the cache of a project's index, as the last build left it."""
    return Cache(root, "search", CACHED_MODULES)


def runs_of(records: Sequence[Record]) -> list[Sequence[Record]]:
    """Cut decisions into runs: where one is added, changed or taken away, the runs around it stay as they are.

    A decision that closes a run does so by its own id, wherever it stands.
    """
    return [records[start:end] for start, end in _bounds(records)]


def ground_of(run: Sequence[Record], *common: object) -> str:
    """Give the digest of what the analysis of a run is made from; ``common`` is what all runs share."""
    return digest(*common, *(f"{record.id} {record.digest}" for record in run))


def _bounds(records: Sequence[Record]) -> Iterator[tuple[int, int]]:
    start = 0
    for end, record in enumerate(records, 1):
        if end - start == MOST or crc32(record.id.encode()) % USUAL == 0:
            yield start, end
            start = end
    if start < len(records):
        yield start, len(records)
