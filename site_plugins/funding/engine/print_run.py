"""What a build writes beside MkDocs: the joined pages and the data, and after them the folders."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from funding.engine import contents
from funding.engine.edition import Edition
from funding.engine.last_site import LastSite
from funding.engine.part import Part
from funding.engine.printing import print_products
from funding.engine.shells import Shells
from funding.progress import Progress


def print_edition(  # noqa: PLR0913 - what is printed, how much of it, where, beside what, and who is told
    edition: Edition, shells: Shells, part: Part, *, folder: Path, last: LastSite, progress: Progress
) -> dict[str, str]:
    """Write the part of an edition that this build makes, below the site's folder, and give the seal of each file.

    The folders come last: what is worked out for them is much, and each worker that is forked after it holds it too.

    Raises:
        Fault: if two things would stand at one address.
        LostWorkerError: if the system ends a worker.
    """
    mine = [source for source in contents.sources(edition) if part.has(contents.place_of(source.url))]
    if last.ground != edition.ground:
        edition.make_ready()
    shells.make_ready(source.url for source in mine)
    product_of = partial(contents.product_of, edition, shells)
    seals = print_products(mine, product_of, folder, last, progress)
    for whole in edition.folders:
        if part.has(whole.url):
            seals |= print_products(contents.folder_products(whole), product_of, folder, last, progress)
    return seals
