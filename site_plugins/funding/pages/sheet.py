"""From a template and its values to a whole page: breadcrumbs, description, Open Graph and JSON-LD."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from funding.pages.context import Context
from funding.pages.json_ld import Node, breadcrumb_list, script_text, web_page
from funding.pages.links import START, Link, rooted, to
from funding.pages.page import Page


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step on the way from the start page: its text and its address from the site's root."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a page says of itself. ``title`` and ``description`` are plain text.

    ``trail`` leads from below the start page to the page itself. ``about`` are the page's own JSON-LD nodes;
    without any the page is described as a web page. A page with ``leads_to`` sends the reader on to that address.
    ``assets`` are those of the page.
    """

    url: str
    title: str
    description: str
    trail: tuple[Crumb, ...] = ()
    about: tuple[Node, ...] = ()
    indexed: bool = True
    leads_to: str | None = None
    assets: tuple[str, ...] = ()


def make_page(context: Context, sheet: Sheet, template: str, **values: Any) -> Page:
    """Render a page. The template is given the values, and ``sheet``, ``crumbs`` and ``to`` (the way to an address)."""
    whole_trail = (Crumb(context.words.text("parts.start"), START), *sheet.trail) if sheet.trail else ()
    crumbs = tuple(Link(crumb.text, to(crumb.url)) for crumb in whole_trail)
    content = context.templates.render(template, sheet=sheet, crumbs=crumbs, to=to, **values)
    head = context.templates.render(
        "head.html",
        sheet=sheet,
        address=context.absolute(sheet.url),
        onward=None if sheet.leads_to is None else to(sheet.leads_to),
        data=script_text(_nodes(context, sheet, whole_trail)) if sheet.indexed else None,
    )
    return Page(
        sheet.title,
        sheet.description,
        rooted(content, sheet.url),
        rooted(head, sheet.url),
        sheet.indexed,
        sheet.assets,
    )


def _nodes(context: Context, sheet: Sheet, trail: Sequence[Crumb]) -> list[Node]:
    about = sheet.about or (web_page(context.absolute(sheet.url), sheet.title, sheet.description, context.words.lang),)
    steps = breadcrumb_list((crumb.text, context.absolute(crumb.url)) for crumb in trail)
    return [*about, steps] if trail else list(about)
