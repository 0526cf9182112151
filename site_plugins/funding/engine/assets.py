"""Our styles, scripts and pictures, published under a name that changes with their contents.

The folder carries the hash, not each file: a style may name a font beside it, a script may import its neighbour.
Files at the top of the folder belong to every page; what lies deeper is published and asked for by the pages
that need it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Final

MARK = "mark.svg"
"""The picture of a site that has no logo of its own."""

_COMMENTS: Final = re.compile(rb"^[ \t]*(?:/\*(?:(?!\*/).)*\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)
"""Comments that have their lines to themselves."""
_INDENTATION: Final = re.compile(rb"^(?:[ \t]+|\n)", re.MULTILINE)
"""What stands before a line, and empty lines."""


_IMPORT: Final = re.compile(rb'^import\b[^;"]*"(\.[^"]+)";', re.MULTILINE)
"""What a module cannot begin without; what it imports while it runs may come later."""


@dataclass(frozen=True, slots=True)
class Assets:
    """The published files: ``contents`` by address relative to the site's root, below ``folder``."""

    folder: str
    contents: Mapping[str, bytes]

    def url(self, name: str) -> str:
        """Give the address of a file by its name in the package's folder.

        Raises:
            KeyError: if there is no such file.
        """
        address = f"{self.folder}/{name}"
        if address not in self.contents:
            raise KeyError(name)
        return address

    def needs(self, name: str) -> tuple[str, ...]:
        """Give the addresses of the modules that a script cannot begin without, beside itself.

        Raises:
            KeyError: if there is no such file, or one imports what is not there.
        """
        found = {self.url(name): None}
        for address in (waiting := [*found]):
            for needed in self._imported(address):
                if needed not in found:
                    found[needed] = None
                    waiting.append(needed)
        return tuple(found)[1:]

    def _imported(self, address: str) -> Iterator[str]:
        for path in _IMPORT.findall(self.contents[address]):
            yield normpath(join(dirname(address), path.decode()))

    def of_every_page(self, suffix: str) -> tuple[str, ...]:
        """Give the addresses of the files with a suffix at the top of the folder, in the order of their names."""
        top = self.folder.count("/") + 1
        return tuple(url for url in self.contents if url.endswith(suffix) and url.count("/") == top)


def read_assets(folder: Path) -> Assets:
    """Read all files below ``folder``; names that begin with a dot are left out.

    Scripts and styles lose their comments and indentation: a third of what a host would send that does not compress.
    """
    read = {
        path.relative_to(folder).as_posix(): _published(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
    digest = hashlib.sha256()
    for name, content in read.items():
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    published = f"assets/funding.{digest.hexdigest()[:10]}"
    return Assets(published, {f"{published}/{name}": content for name, content in read.items()})


def _published(path: Path) -> bytes:
    """Read a file; of a script or style what browsers read: no comments, no indentation unless text goes over lines."""
    content = path.read_bytes()
    if path.suffix not in {".js", ".css"}:
        return content
    lean = _COMMENTS.sub(b"", content)
    goes_over_lines = any(line.count(b"`") % 2 or line.endswith(b"\\") for line in lean.splitlines())
    return lean if goes_over_lines else _INDENTATION.sub(b"", lean)
