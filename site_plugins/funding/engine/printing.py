"""Every file that we write ourselves: made in worker processes, or taken over from the last site."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from funding.engine.fault import Fault
from funding.engine.last_site import LastSite, seal_of, write_new
from funding.progress import Progress
from funding.workers import batches_of, spread

Source = TypeVar("Source")

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


def print_products(
    sources: Sequence[Source], product_of: Callable[[Source], Product], folder: Path, last: LastSite, progress: Progress
) -> dict[str, str]:
    """Write the product of every source below a folder, and give the seal of each that has a ground, by its place.

    Raises:
        Fault: if something stands there already.
    """
    batches = batches_of(sources, BATCH)
    printer = _Printer(str(folder), last, product_of)
    seals: dict[str, str] = {}
    done = 0
    for batch, printed in zip(batches, spread(printer.print, batches), strict=True):
        for place, seal in printed:
            if seal is None:
                raise Fault("engine.address_taken", address=place, holder=place)
            if seal:
                seals[place] = seal
        done += len(batch)
        progress(done, len(sources))
    return seals


@dataclass(frozen=True, slots=True)
class _Printer(Generic[Source]):
    folder: str
    last: LastSite
    product_of: Callable[[Source], Product]

    def print(self, batch: Sequence[Source]) -> list[tuple[str, str | None]]:
        """Write some products and give their places and seals, none where there is no ground.

        ``None`` says that something stands in the place already.
        """
        products = map(self.product_of, batch)
        return [(product.place, self._print(product)) for product in products]

    def _print(self, product: Product) -> str | None:
        target = f"{self.folder}/{product.place}"
        _make_folder(target.rpartition("/")[0])
        ground = product.ground
        try:
            if ground and self.last.keep(product.place, ground, target):
                return self.last.seals[product.place]
            content = product.make()
            write_new(target, content)
        except FileExistsError:
            return None
        return seal_of(ground, content) if ground else ""


def _make_folder(folder: str) -> None:
    """Make a folder that is most often missing in one that is most often there."""
    try:
        os.mkdir(folder)
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
