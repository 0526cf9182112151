"""Every file that we write ourselves: made in worker processes, or taken over from the last site."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from funding.engine.fault import Fault
from funding.engine.last_site import LastSite, seal_of, write_new
from funding.progress import Progress
from funding.workers import batches_of, spread

BATCH = 100
"""How many files a worker writes before it takes more."""


@dataclass(frozen=True, slots=True)
class Product:
    """A file of the site: its place below the site's folder with ``/``, and how it is made.

    ``ground`` is a digest of all that ``make`` uses; a product without one is made in every build.
    """

    place: str
    ground: str | None
    make: Callable[[], bytes]


def print_products(products: Sequence[Product], folder: Path, last: LastSite, progress: Progress) -> dict[str, str]:
    """Write every product below a folder, and give the seal of each that has a ground, by its place.

    Raises:
        Fault: if something stands there already.
    """
    batches = batches_of(products, BATCH)
    printer = _Printer(str(folder), last)
    seals: dict[str, str] = {}
    done = 0
    for batch, printed in zip(batches, spread(printer.print, batches), strict=True):
        for product, seal in zip(batch, printed, strict=True):
            if seal is None:
                raise Fault("engine.address_taken", address=product.place, holder=product.place)
            if seal:
                seals[product.place] = seal
        done += len(batch)
        progress(done, len(products))
    return seals


@dataclass(frozen=True, slots=True)
class _Printer:
    folder: str
    last: LastSite

    def print(self, batch: Sequence[Product]) -> list[str | None]:
        """Write some products and give their seals, none where there is no ground.

        ``None`` says that something stands in the place already.
        """
        return [self._print(product) for product in batch]

    def _print(self, product: Product) -> str | None:
        target = f"{self.folder}/{product.place}"
        os.makedirs(os.path.dirname(target), exist_ok=True)
        ground = product.ground
        try:
            if ground and self.last.keep(product.place, ground, target):
                return self.last.seals[product.place]
            content = product.make()
            write_new(target, content)
        except FileExistsError:
            return None
        return seal_of(ground, content) if ground else ""
