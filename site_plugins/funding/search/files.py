"""The files of an index that is being made or was made before, set aside until each is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b

from funding.cache import Cache
from funding.workers import Strip


@dataclass(frozen=True, slots=True)
class File:
    """A published file: its name in the index' folder, the digest of its bytes in hexadecimal, and how to read them."""

    name: str
    digest: str
    read: Callable[[], bytes]


class Files:
    """Files in the order in which they were made; each has an entry of the cache that holds its blocks."""

    def __init__(self) -> None:
        self._named: list[tuple[str, str]] = []
        self._digests: list[str] = []
        self._contents = Strip()

    def __iter__(self) -> Iterator[File]:
        return (
            File(name, digest, partial(self._contents.piece, number))
            for number, ((name, _), digest) in enumerate(zip(self._named, self._digests, strict=True))
        )

    def add(self, name: str, blocks: Sequence[bytes], entry: str) -> None:
        """Set a file aside."""
        content = b"".join(blocks)
        self._named.append((name, entry))
        self._digests.append(blake2b(content, digest_size=16).hexdigest())
        self._contents.add([content])

    def save(self, cache: Cache, whole: str) -> set[str]:
        """Save under a name which files there are, and give the names of all entries that this takes."""
        cache.save(whole, self._named)
        return {whole, *(entry for _, entry in self._named)}


def saved_files(cache: Cache, whole: str) -> Files | None:
    """Give the files that were saved under a name, if all of them are there."""
    files = Files()
    listed = cache.load(whole)
    if not isinstance(listed, list):
        return None
    for name, entry in listed:
        blocks = cache.load(entry)
        if not isinstance(blocks, list):
            return None
        files.add(name, blocks, entry)
    return files
