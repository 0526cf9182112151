"""A page of MkDocs whose HTML is ready: Markdown never touches it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from funding.pages.page import Page as OurPage
from funding.pages.page import PageSource


def source_path(url: str) -> str:
    """Give the path of the Markdown file that would stand at ``url``, for the navigation to name.

    Raises:
        ValueError: if ``url`` is no folder's address.
    """
    if url and not url.endswith("/"):
        raise ValueError(f"an overview page stands at a folder's address, not at {url!r}")
    return posixpath.join(url, "index.md")


class ReadyPage(Page):
    """A page made from a :class:`~funding.pages.page.PageSource`; ``made`` is there once MkDocs has read it.

    ``titles`` are those of the navigation by path: MkDocs gives none to a page that is already there. A page that
    is only ``named`` has a title and nothing else: a live preview makes it when it is asked for.
    """

    made: OurPage

    def __init__(
        self, source: PageSource, config: MkDocsConfig, titles: Mapping[str, str], *, named: bool = False
    ) -> None:
        path = source_path(source.url)
        file = File.generated(config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        super().__init__(titles.get(path), file, config)
        self.source = source
        self.named = named

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - the signature is MkDocs'
        """Make the page; MkDocs takes titles for HTML."""
        self.made = OurPage(self.source.title or "", "", Markup()) if self.named else self.source.render()
        self.markdown = ""
        self.meta = {"title": str(escape(self.made.title))}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - the signature is MkDocs'
        """Take the content as it is."""
        self.content = str(self.made.content)
        self.toc = get_toc([])
