"""What stock Material gets wrong where it leaves no block to override: mended in its template as it is loaded.

A mend names the stock text. A newer theme without that text raises instead of publishing a site with the fault.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import jinja2


@dataclass(frozen=True, slots=True)
class Mend:
    """Replace ``stock``, which stands once in ``template``, with ``ours``."""

    template: str
    stock: str
    ours: str


MENDS = (
    # HTML: `autocomplete` is not allowed on a checkbox.
    Mend("base.html", ' id="__drawer" autocomplete="off">', ' id="__drawer">'),
    Mend("base.html", ' id="__search" autocomplete="off">', ' id="__search">'),
    # WCAG 2.4.1: the skip link is left out unless Markdown made a heading; ours is always there.
    Mend("base.html", "{% if page.toc | first is defined %}", "{% if true %}"),
    Mend("base.html", "{% set skip = page.toc | first %}", ""),
    Mend("base.html", '<a href="{{ skip.url | url }}" class="md-skip">', '<a href="#__main" class="md-skip">'),
    Mend(
        "base.html",
        '<main class="md-main" data-md-component="main">',
        '<main class="md-main" data-md-component="main" id="__main" tabindex="-1">',
    ),
)


class MendError(RuntimeError):
    """A template of the theme no longer holds what a mend replaces."""


class MendingLoader(jinja2.FileSystemLoader):
    """Loads the theme's templates, mended."""

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Give a template's source.

        Raises:
            MendError: if a mend of this template does not find its text exactly once.
        """
        source, filename, uptodate = super().get_source(environment, template)
        for mend in MENDS:
            if mend.template == template:
                if source.count(mend.stock) != 1:
                    raise MendError(f"{template} of the theme has changed: no single {mend.stock!r} to mend")
                source = source.replace(mend.stock, mend.ours)
        return source, filename, uptodate
