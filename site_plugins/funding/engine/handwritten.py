"""The hand-written pages of a project: which there are, and each as one of ours, so that one template shows both."""

from __future__ import annotations

import jinja2
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files
from mkdocs.structure.pages import Page as MkDocsPage

from funding.pages.page import Page, absolute


def addresses_of(config: MkDocsConfig) -> tuple[str, ...]:
    """Give the addresses of the hand-written pages from the site's root, before MkDocs has read them."""
    pages = get_files(config).documentation_pages()
    return tuple("" if file.url == "./" else file.url for file in pages)


def page_of(written: MkDocsPage, env: jinja2.Environment, config: MkDocsConfig) -> Page:
    """Give title, description and the end of the head; MkDocs itself places the content.

    The description is the ``description`` of the page's front matter, else the site's.
    """
    title = Markup(written.title or "").striptags()  # noqa: S704 - MkDocs' titles are HTML; tags and entities go
    description = str(written.meta.get("description") or config.site_description or "")
    head = env.get_template("partials/handwritten-head.html").render(
        title=title,
        description=description,
        url=absolute(str(config.site_url), written.url),
    )
    return Page(title, description, Markup(), Markup(head))  # noqa: S704 - the template escapes every value
