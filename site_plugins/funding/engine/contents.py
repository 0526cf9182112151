"""What stands in the site's folder: files that MkDocs writes, and files that we write beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import nest_paths

from funding.digests import digest
from funding.engine.assets import Assets
from funding.engine.edition import Edition
from funding.engine.fault import Fault
from funding.engine.printing import Product
from funding.engine.ready_page import ReadyPage, source_path
from funding.engine.shells import Shells
from funding.pages.page import DataFile, DataFolder, PageSource

STOCK_FAVICON = "assets/images/favicon.png"
UNUSED = (STOCK_FAVICON, "assets/javascripts/lunr/", "assets/javascripts/workers/", "sitemap.xml")
"""What the theme brings for a search, a picture and a map of the site that are not ours."""


def drop_unused(files: Files, config: MkDocsConfig) -> None:
    """Take away the files of the theme that no page asks for."""
    for file in list(files):
        if file.src_dir in config.theme.dirs and file.src_uri.startswith(UNUSED) | file.src_uri.endswith(".map"):
            files.remove(file)


def add_assets(files: Files, config: MkDocsConfig, assets: Assets) -> None:
    """Let MkDocs write our assets."""
    for url, content in assets.contents.items():
        files.append(File.generated(config, url, content=content))


def add_overviews(files: Files, config: MkDocsConfig, edition: Edition, *, named: bool) -> None:
    """Let MkDocs render the overview pages, under the titles that the navigation gives them, or only name them.

    Raises:
        Fault: if a file of the project stands where a page is made.
    """
    holders = {file.dest_uri: file.src_uri for file in files}
    titles = dict(_titles(config.nav))
    for source in edition.overviews:
        page = ReadyPage(source, config, titles, named=named)
        if page.file.dest_uri in holders:
            raise Fault("engine.address_taken", address=source.url, holder=holders[page.file.dest_uri])
        files.append(page.file)


def leave_out_named(files: Files) -> None:
    """Let MkDocs render no page that is only named."""
    for file in files:
        if isinstance(file.page, ReadyPage) and file.page.named:
            file.inclusion = InclusionLevel.EXCLUDED


def require_footer_pages(files: Files, edition: Edition) -> None:
    """See that the links at the foot of every page lead somewhere.

    Raises:
        Fault: if one does not.
    """
    pages = {file.dest_uri for file in files} | {place_of(source.url) for source in edition.overviews}
    for link in edition.footer_links:
        if place_of(link.url) not in pages:
            raise Fault("engine.page_missing", path=source_path(link.url))


def navigation(files: Files, edition: Edition) -> list[Any]:
    """Give the navigation of a project that names none: the overview pages, then the ``files`` written by hand.

    An overview page that the footer links to is reached from there.
    """
    overviews = {source.url: source_path(source.url) for source in edition.overviews}
    written = [file.src_uri for file in files.documentation_pages()]
    for link in edition.footer_links:
        overviews.pop(link.url, None)
    start = [{edition.speech.text("engine.start"): overviews.pop("")}] if "" in overviews else []
    return [*start, *overviews.values(), *nest_paths(written)]  # type: ignore[no-untyped-call]  # not typed by MkDocs


def _titles(nav: Any) -> Iterator[tuple[str, str]]:
    """Walk the ``nav`` of ``mkdocs.yml``: a file's path and the title that it is given."""
    for item in nav if isinstance(nav, list) else ():
        for title, inner in item.items() if isinstance(item, dict) else ():
            if isinstance(inner, str):
                yield inner, title
            else:
                yield from _titles(inner)


def place_of(url: str) -> str:
    """Give the place of the file that stands at an address, below the site's folder."""
    return f"{url}index.html" if not url or url.endswith("/") else url


def sources(edition: Edition) -> Iterator[PageSource | DataFile]:
    """Give what we write ourselves: the pages that are joined, and data."""
    return (source for section in edition.sections for source in section.listed)


def product_of(edition: Edition, shells: Shells, source: PageSource | DataFile | Product) -> Product:
    """Give the file that comes of a source; a product is one already."""
    match source:
        case Product():
            return source
        case PageSource():
            ground = _ground(edition, source.ground, shells.ground(source.url))
            return Product(place_of(source.url), ground, partial(_content, shells, source))
        case DataFile():
            return Product(place_of(source.url), _ground(edition, source.ground), source.render)


@dataclass(frozen=True, slots=True)
class Room:
    """A part of a site whose addresses begin alike; ``makers`` gives how each file in it is made, by its place."""

    url: str
    makers: Callable[[], Mapping[str, Callable[[], bytes]]]


def rooms(edition: Edition, shells: Shells) -> tuple[Room, ...]:
    """Give all parts of a site, the overview pages first; what files are made from is not looked at."""
    return (
        Room("", partial(_makers, shells, lambda: edition.overviews)),
        *(Room(section.url, partial(_makers, shells, section.sources)) for section in edition.sections),
        *(Room(folder.url, partial(_makers, shells, folder.files)) for folder in edition.folders),
    )


def _makers(
    shells: Shells, sources_in: Callable[[], Iterable[PageSource | DataFile]]
) -> Mapping[str, Callable[[], bytes]]:
    return {place_of(source.url): partial(_content, shells, source) for source in sources_in()}


def _content(shells: Shells, source: PageSource | DataFile) -> bytes:
    return source.render() if isinstance(source, DataFile) else shells.join(source.url, source.render()).encode()


def folder_products(folder: DataFolder) -> tuple[Product, ...]:
    """Give the files of a folder, which are made now; what they hold is all that they are made from."""
    return tuple(Product(place_of(file.url), file.ground, file.render) for file in folder.files())


def _ground(edition: Edition, own: str | None, *around: str) -> str | None:
    return None if own is None else digest(edition.ground, own, *around)
