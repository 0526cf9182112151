"""What a build writes beside MkDocs: the joined pages and the data, and the folders, which are worked out meanwhile."""

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
from funding.workers import Errand, aside


def begin_folders(edition: Edition, part: Part) -> Errand[None]:
    """Begin to work out the folders beside the rest of the build; making them later finds in the caches what is known.

    It is worth it where most other files are taken over from the last site.
    """

    def work_out() -> None:
        for whole in edition.folders:
            if part.has(whole.url):
                contents.folder_products(whole)

    return aside(work_out)


def print_edition(  # noqa: PLR0913 - what is printed, how much of it, where, beside what, and who is told
    edition: Edition,
    shells: Shells,
    part: Part,
    *,
    folder: Path,
    last: LastSite,
    progress: Progress,
    begun: Errand[None] | None,
) -> dict[str, str]:
    """Write the part of an edition that this build makes, below the site's folder, and give the seal of each file.

    The folders come last, after what was ``begun`` of them: what is worked out for them is much, and each worker that
    is forked after it holds it too.

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
    if begun:
        begun.result()
    for whole in edition.folders:
        if part.has(whole.url):
            seals |= print_products(contents.folder_products(whole), product_of, folder, last, progress)
    return seals
