"""Every file that we write ourselves: made in worker processes, or taken from the last site where it is the same.

Whether it is the same is never guessed from names or times: the seal of a file is a digest of what it was made from
and of its bytes, so a file that was changed in either way is made again.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from funding.engine.fault import Fault
from funding.workers import batches_of, spread

BATCH = 100
"""How many files a worker writes before it asks for more."""


@dataclass(frozen=True, slots=True)
class Product:
    """A file of the site: its place below the site's folder with ``/``, what it is made from, and how.

    ``ground`` is a digest of all that ``make`` uses; a product without one is made in every build.
    """

    place: str
    ground: str | None
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class LastSite:
    """The site as it was left by the last build: its folder, and the seal of each file by its place."""

    folder: Path | None = None
    seals: Mapping[str, str] = field(default_factory=dict)


def print_products(products: Sequence[Product], folder: Path, last: LastSite) -> dict[str, str]:
    """Write every product below a folder, and give the seal of each that has a ground.

    Raises:
        Fault: if something stands there already.
    """
    batches = batches_of(products, BATCH)
    printer = _Printer(str(folder), last, _ordinary_mode())
    seals: dict[str, str] = {}
    for batch, printed in zip(batches, spread(printer.print, batches), strict=True):
        for product, seal in zip(batch, printed, strict=True):
            if seal is None:
                raise Fault("engine.address_taken", address=product.place, holder=product.place)
            if product.ground is not None:
                seals[product.place] = seal
    return seals


@dataclass(frozen=True, slots=True)
class _Printer:
    folder: str
    last: LastSite
    mode: int

    def print(self, batch: Sequence[Product]) -> list[str | None]:
        """Write some products and give their seals, ``None`` where something stands in the place already."""
        return [self._print(product) for product in batch]

    def _print(self, product: Product) -> str | None:
        target = f"{self.folder}/{product.place}"
        os.makedirs(os.path.dirname(target), exist_ok=True)
        try:
            if (seal := self._kept(product, target)) is not None:
                return seal
            content = product.make()
            with open(target, "xb") as file:
                file.write(content)
        except FileExistsError:
            return None
        return _seal(product.ground, content)

    def _kept(self, product: Product, target: str) -> str | None:
        """Take a file over from the last site and give its seal, where it is what would be made now."""
        sealed = self.last.seals.get(product.place)
        if sealed is None or product.ground is None or self.last.folder is None:
            return None
        source = f"{self.last.folder}/{product.place}"
        content = _read(source, self.mode)
        if content is None or _seal(product.ground, content) != sealed:
            return None
        try:
            os.link(source, target, follow_symlinks=False)
        except FileExistsError:
            raise
        except OSError:
            with open(target, "xb") as file:
                file.write(content)
        return sealed


def _read(path: str, mode: int) -> bytes | None:
    """Read a plain file with the rights of a new one; ``None`` where there is none, or it is something else."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return None
    with open(descriptor, "rb", buffering=0) as file:
        return file.read() if os.fstat(descriptor).st_mode == stat.S_IFREG | mode else None


def _ordinary_mode() -> int:
    """Give the rights of a new file; the system tells its mask only to who sets it."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _seal(ground: str | None, content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=16, key=(ground or "").encode()).hexdigest()
