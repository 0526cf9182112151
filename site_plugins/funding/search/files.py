"""The files of an index that is being made or was made before, set aside until each is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
    """Files in the order in which they were made."""

    def __init__(self) -> None:
        self._named: list[tuple[str, str]] = []
        self._contents = Strip()

    def __iter__(self) -> Iterator[File]:
        return (
            File(name, digest, partial(self._contents.piece, number))
            for number, (name, digest) in enumerate(self._named)
        )

    def add(self, name: str, content: bytes) -> None:
        """Set a file aside."""
        self._named.append((name, blake2b(content, digest_size=16).hexdigest()))
        self._contents.add([content])

    def save(self, cache: Cache, entry: str) -> set[str]:
        """Save all under a name, each under its digest, and give the names of the entries that this takes."""
        for file in self:
            cache.save(file.digest, file.read())
        cache.save(entry, self._named)
        return {entry, *(digest for _, digest in self._named)}


def saved_files(cache: Cache, entry: str) -> Files | None:
    """Give the files that were saved under a name, if all of them are there."""
    files = Files()
    listed = cache.load(entry)
    if not isinstance(listed, list):
        return None
    for name, digest in listed:
        content = cache.load(digest)
        if not isinstance(content, bytes):
            return None
        files.add(name, content)
    return files
