"""The site that stands there from the last build: its files are taken over where they are what would be made now.

Whether one is that is never guessed from names or times: the seal of a file is a digest of what it was made from and
of its bytes, so a file that changed in either way is made again.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from funding.cache import Cache
from funding.digests import digest

SITE_CACHE = "site"
"""The cache that remembers what builds have left."""


@dataclass(frozen=True, slots=True)
class LastSite:
    """The files of the last build, if they still stand in ``folder``, and the seal of each by its place.

    ``ground`` is the digest of what all of them were made from, empty where nothing is known.
    """

    folder: str
    ground: str
    seals: Mapping[str, str]
    mode: int

    def keep(self, place: str, ground: str, target: str) -> bool:
        """Let a file stand at ``target`` too, if it is what would be made from ``ground``, and tell whether it was.

        Raises:
            FileExistsError: if something stands at ``target``.
        """
        seal = self.seals.get(place)
        if seal is None:
            return False
        source = f"{self.folder}/{place}"
        content = _read(source, self.mode)
        if content is None or seal_of(ground, content) != seal:
            return False
        try:
            os.link(source, target, follow_symlinks=False)
        except FileExistsError:
            raise
        except OSError:
            write_new(target, content)
        return True


def load_last_site(cache: Cache, site: Path) -> LastSite:
    """Give the last site that a build left in a folder; one that nothing is known of has no seals."""
    match cache.load(_entry(site)):
        case str(ground), dict(seals):
            return LastSite(str(site), ground, seals, _ordinary_mode())
        case _:
            return LastSite(str(site), "", {}, _ordinary_mode())


def save_last_site(cache: Cache, site: Path, ground: str, seals: Mapping[str, str]) -> None:
    """Remember what a build has left in a folder, and forget what others have."""
    entry = _entry(site)
    cache.save(entry, (ground, dict(seals)))
    cache.keep({entry})


def seal_of(ground: str, content: bytes) -> str:
    """Give the seal of a file from the digest of what it is made from."""
    return blake2b(content, digest_size=16, key=ground.encode()).hexdigest()


def write_new(path: str, content: bytes) -> None:
    """Write a file.

    Raises:
        FileExistsError: if something stands there.
    """
    with open(path, "xb") as file:
        file.write(content)


def _entry(site: Path) -> str:
    return digest(site)


def _read(path: str, mode: int) -> bytes | None:
    """Read a plain file with the rights of a new one; ``None`` where there is none, or it is something else."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        status = os.fstat(descriptor)
        return os.read(descriptor, status.st_size) if status.st_mode == stat.S_IFREG | mode else None
    except OSError:
        return None
    finally:
        os.close(descriptor)


def _ordinary_mode() -> int:
    """Give the rights of a new file; the system tells its mask only to who sets it."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
