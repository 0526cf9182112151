"""Our styles, scripts and pictures, published under a name that changes with their contents.

The folder carries the hash, not each file: a style may name a font beside it, a script may import its neighbour.
Files at the top of the folder belong to every page; what lies deeper is published and asked for by the pages
that need it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

MARK = "mark.svg"
"""The picture of a site that has no logo of its own."""

_COMMENTS: Final = re.compile(rb"^[ \t]*(?:/\*(?:(?!\*/).)*\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)
"""Comments that have their lines to themselves."""
_INDENTATION: Final = re.compile(rb"^(?:[ \t]+|\n)", re.MULTILINE)
"""What stands before a line, and empty lines."""


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

    def of_every_page(self, suffix: str) -> tuple[str, ...]:
        """Give the addresses of the files with a suffix at the top of the folder, in the order of their names."""
        top = self.folder.count("/") + 1
        return tuple(url for url in self.contents if url.endswith(suffix) and url.count("/") == top)


def read_assets(folder: Path) -> Assets:
    """Read all files below ``folder``; names that begin with a dot are left out.

    Scripts lose their comments, which are a third of what a host would send that does not compress.
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
    """Read a file; of a script what browsers read: no comments, and no indentation unless text goes over lines."""
    content = path.read_bytes()
    if path.suffix != ".js":
        return content
    lean = _COMMENTS.sub(b"", content)
    goes_over_lines = any(line.count(b"`") % 2 for line in lean.splitlines())
    return lean if goes_over_lines else _INDENTATION.sub(b"", lean)
