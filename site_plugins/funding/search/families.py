"""The numbered files of the index: how many there are of each family, and what the index says of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from funding.search.encoding import File, cut, framed, published
from funding.search.names import Name, WordsOfLength, lengths_payload, names_payload
from funding.search.postings import Term, places_payload, terms_payload
from funding.workers import spread

MOST_ROWS: Final = 260
MOST_TABLES: Final = 24
MOST_TERMS: Final = 130
MOST_POSITIONS: Final = 24
MOST_NAMES: Final = 30
MOST_LENGTHS: Final = 10
"""The most files of each family. All are below 500 together: a host should not have to keep more, and git neither."""
LEAST_BYTES: Final = 12_000
"""The fewest bytes of a file of terms, names or lengths, before it is packed."""
LEAST_ROWS: Final = 32
LEAST_TABLE: Final = 250
"""The fewest decisions of a file of rows, and of a file of the table."""


@dataclass(frozen=True, slots=True)
class Families:
    """Makes the files of an index, and keeps them."""

    files: list[File] = field(default_factory=list)

    def single(self, family: str, payload: bytes) -> str:
        """Keep a file that stands alone, and give its name."""
        file = published(family, payload)
        self.files.append(file)
        return file.name

    def numbered(self, family: str, count: int, payload: Callable[[int], bytes]) -> str:
        """Make and keep so many files, and give what tells their names: their hashes, one after the other."""
        made = list(spread(lambda number: published(f"{family}-{number}", payload(number)), range(count)))
        self.files.extend(made)
        return "".join([file.hash for file in made])

    def rows(self, rows: Sequence[bytes]) -> dict[str, Any]:
        """Keep what is shown of each decision."""
        return self._pages("rows", rows, max(LEAST_ROWS, -(-len(rows) // MOST_ROWS)))

    def table(self, rows: Sequence[bytes]) -> dict[str, Any]:
        """Keep what is downloaded of each decision."""
        return self._pages("table", rows, max(LEAST_TABLE, -(-len(rows) // MOST_TABLES)))

    def terms(self, terms: Sequence[Term]) -> dict[str, Any]:
        """Keep terms, and the positions of several files of terms in one file."""
        runs = cut([len(term.body) for term in terms], MOST_TERMS, LEAST_BYTES)
        chunks = [terms[run.start : run.stop] for run in runs]
        per = max(1, -(-len(chunks) // MOST_POSITIONS))

        def places(number: int) -> bytes:
            return b"".join([framed(places_payload(chunk)) for chunk in chunks[number * per : (number + 1) * per]])

        return {
            "terms": {
                "from": _beginnings([[term.key for term in chunk] for chunk in chunks]),
                "files": self.numbered("terms", len(chunks), lambda number: terms_payload(chunks[number])),
            },
            "positions": {"per": per, "files": self.numbered("positions", -(-len(chunks) // per), places)},
        }

    def names(self, names: Sequence[Name]) -> dict[str, Any]:
        """Keep the names that lead straight to decisions."""
        runs = cut([len(name.key) + len(name.body) for name in names], MOST_NAMES, LEAST_BYTES)
        chunks = [names[run.start : run.stop] for run in runs]
        return {
            "from": _beginnings([[name.key for name in chunk] for chunk in chunks]),
            "files": self.numbered("names", len(chunks), lambda number: names_payload(chunks[number])),
        }

    def lengths(self, words: Sequence[WordsOfLength]) -> dict[str, Any]:
        """Keep the words that a misspelt one may mean, by their length."""
        runs = cut([sum(map(len, listed.words)) for listed in words], MOST_LENGTHS, LEAST_BYTES)
        chunks = [words[run.start : run.stop] for run in runs]
        return {
            "from": [chunk[0].length for chunk in chunks],
            "files": self.numbered("lengths", len(chunks), lambda number: lengths_payload(chunks[number])),
        }

    def _pages(self, family: str, rows: Sequence[bytes], size: int) -> dict[str, Any]:
        def page(number: int) -> bytes:
            return b"[%b]" % b",\n".join(rows[number * size : (number + 1) * size])

        return {"size": size, "files": self.numbered(family, -(-len(rows) // size), page)}


def _beginnings(chunks: Sequence[Sequence[str]]) -> list[str]:
    """Give for each file the shortest text that lies after all keys of the file before it and not after its own."""
    last = ""
    found: list[str] = []
    for keys in chunks:
        first = keys[0]
        length = next(length for length in range(len(first) + 1) if not found or first[:length] > last)
        found.append(first[:length])
        last = keys[-1]
    return found
