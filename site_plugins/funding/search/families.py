"""The numbered files of the index: what stands in each, and what the index says of them.

A family is blocks, each packed by itself, and the same number of them side by side are a file. A host that can send
part of a file sends a block; any other sends the file. So a reader waits for little, and a host keeps few files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from funding.cache import Cache
from funding.search.encoding import cut, deflated, digest_of, hash_of
from funding.search.files import Files
from funding.search.names import Name, WordsOfLength, lengths_payload, names_payload
from funding.search.postings import Terms, places_payload, terms_payload
from funding.workers import Strip, batches_of, spread

MOST_ROWS: Final = 260
MOST_TABLES: Final = 24
MOST_TERMS: Final = 130
MOST_POSITIONS: Final = 24
MOST_NAMES: Final = 30
MOST_LENGTHS: Final = 10
"""The most files of each family. All are below 500 together: a host should not have to keep more, and git neither."""
TERM_BLOCKS: Final = 1_000
NAME_BLOCKS: Final = 400
ROW_BLOCKS: Final = 1_600
"""The most blocks of a family: the index tells of each where it begins, and is fetched by everybody."""
LEAST_BYTES: Final = 6_000
"""The fewest bytes of a block of terms or names, before it is packed."""
LEAST_ROWS: Final = 16
LEAST_TABLE: Final = 250
"""The fewest decisions of a block of rows, and of the table."""


@dataclass(frozen=True, slots=True)
class Families:
    """Makes the files of an index, and keeps them; ``cache`` holds what was packed before."""

    cache: Cache | None = None
    files: Files = field(default_factory=Files)

    def single(self, family: str, payload: bytes) -> str:
        """Keep a file that stands alone, and give its name."""
        entry, blocks = self._packed([payload])
        name = _named(family, hash_of(*blocks))
        self.files.add(name, blocks, entry)
        return name

    def plain(self, name: str, content: bytes) -> None:
        """Keep a file as it is, under its own name."""
        entry = digest_of(name.encode(), content)
        if self.cache:
            self.cache.save(entry, [content])
        self.files.add(name, [content], entry)

    def numbered(self, family: str, most: int, payload: Callable[[int], bytes], count: int) -> dict[str, Any]:
        """Make so many blocks, keep them in at most so many files, and give what tells where each lies.

        That is the files' hashes, one after the other, how many blocks a file has, and how long each block is.
        """
        per = max(1, -(-count // most))
        hashes: list[str] = []
        sizes: list[int] = []
        for entry, blocks in spread(lambda numbers: self._packed(map(payload, numbers)), batches_of(range(count), per)):
            sizes += map(len, blocks)
            written = hash_of(*blocks)
            self.files.add(_named(f"{family}-{len(hashes)}", written), blocks, entry)
            hashes.append(written)
        return {"files": "".join(hashes), "per": per, "sizes": sizes}

    def rows(self, rows: Strip) -> dict[str, Any]:
        """Keep what is shown of each decision."""
        return self._pages("rows", rows, max(LEAST_ROWS, -(-len(rows) // ROW_BLOCKS)), MOST_ROWS)

    def table(self, rows: Strip) -> dict[str, Any]:
        """Keep what is downloaded of each decision."""
        return self._pages("table", rows, max(LEAST_TABLE, -(-len(rows) // MOST_TABLES)), MOST_TABLES)

    def terms(self, terms: Terms) -> dict[str, Any]:
        """Keep terms, and the positions of each block of them in a block of their own."""
        blocks = cut(terms.bodies.lengths(), TERM_BLOCKS, LEAST_BYTES)
        count = len(blocks)
        return {
            "terms": {
                "from": _beginnings([terms.keys[block.start : block.stop] for block in blocks]),
                **self.numbered("terms", MOST_TERMS, lambda number: terms_payload(terms, blocks[number]), count),
            },
            "positions": self.numbered(
                "positions", MOST_POSITIONS, lambda number: places_payload(terms, blocks[number]), count
            ),
        }

    def names(self, names: Sequence[Name]) -> dict[str, Any]:
        """Keep the names that lead straight to decisions."""
        runs = cut([len(name.key) + len(name.body) for name in names], NAME_BLOCKS, LEAST_BYTES)
        blocks = [names[run.start : run.stop] for run in runs]
        return {
            "from": _beginnings([[name.key for name in block] for block in blocks]),
            **self.numbered("names", MOST_NAMES, lambda number: names_payload(blocks[number]), len(blocks)),
        }

    def lengths(self, words: Sequence[WordsOfLength]) -> dict[str, Any]:
        """Keep the words that a misspelt one may mean, by their length."""
        return {
            "from": [listed.length for listed in words],
            **self.numbered("lengths", MOST_LENGTHS, lambda number: lengths_payload([words[number]]), len(words)),
        }

    def _packed(self, payloads: Iterable[bytes]) -> tuple[str, list[bytes]]:
        """Pack the blocks of a file, or take them from the cache, and give the name of the entry that holds them."""
        raw = list(payloads)
        entry = digest_of(*raw)
        known = self.cache.load(entry) if self.cache else None
        if isinstance(known, list):
            return entry, known
        blocks = list(map(deflated, raw))
        if self.cache:
            self.cache.save(entry, blocks)
        return entry, blocks

    def _pages(self, family: str, rows: Strip, size: int, most: int) -> dict[str, Any]:
        def page(number: int) -> bytes:
            return b"[%b]" % b",\n".join(rows.pieces(range(number * size, min((number + 1) * size, len(rows)))))

        return {"size": size, **self.numbered(family, most, page, -(-len(rows) // size))}


def _named(family: str, written: str) -> str:
    return f"{family}.{written}.bin"


def _beginnings(blocks: Sequence[Sequence[str]]) -> list[str]:
    """Give for each block the shortest text that lies after all keys of the block before it and not after its own."""
    last = ""
    found: list[str] = []
    for keys in blocks:
        first = keys[0]
        length = next(length for length in range(len(first) + 1) if not found or first[:length] > last)
        found.append(first[:length])
        last = keys[-1]
    return found
