"""Long texts: paragraphs, lists, emphasis and https links, and nothing else that Markdown or HTML can do."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import nh3
from markdown import Markdown
from markupsafe import Markup, escape

from funding.pages.format import marked

_MARKED = re.compile(r"[*_\[\\]|^[ \t]*(?:[-+>]|\d+\.)[ \t]|<https:|  $", re.MULTILINE)
_GAP = re.compile(r"\n[ \t]*\n\s*")
_DEEP = re.compile(r"^[ \t]*(?:(?:>|[-+*]|\d+\.)[ \t]*){8}|^[ \t]{32}", re.MULTILINE)
_MOST_BRACKETS = 200
_KEPT = 1_000
"""How many texts are kept as they were shown: standard conditions stand in thousands of decisions."""
_TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "br", "blockquote"}
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
_BLOCKS = ("code", "hashheader", "setextheader", "hr", "reference")
_INLINE = ("backtick", "image_link", "image_reference", "short_image_ref", "automail", "html", "entity")
_SIGN = r"(?:[^\s<>\"'`{}|\\^\[\]#%]|%[0-9A-Fa-f]{2})"
_LINK = re.compile(rf"https://[\w.-]+(?::[0-9]{{1,5}})?(?:[/?]{_SIGN}*)?(?:#{_SIGN}*)?")
_REFUSED = re.compile("<a>(.*?)</a>", re.DOTALL)
"""What is left of a link whose address was refused: its words stay."""
_PARAGRAPH, _NEXT = "<p>%s</p>", "</p>\n<p>"


def prose(text: str | None) -> Markup | None:
    """Give a long text as safe HTML: only https links stay links, what looks like HTML is shown as text.

    A text that is nested or bracketed beyond reason is shown as it was typed: Markdown would take seconds over it.
    """
    return None if text is None else _prose(text)


@lru_cache(_KEPT)
def _prose(text: str) -> Markup:
    too_much = text.count("[") > _MOST_BRACKETS or _DEEP.search(text)
    return paragraphs(text) if too_much or not _MARKED.search(text) else marked_up(text)


def paragraphs(text: str) -> Markup:
    """Show a text as it was typed, a paragraph after each empty line."""
    return marked(_PARAGRAPH % _GAP.sub(_NEXT, escape(text.strip())))


def marked_up(text: str) -> Markup:
    """Show a text with its Markdown; a text without any comes to the same as :func:`paragraphs`."""
    html = nh3.clean(
        _markdown().reset().convert(text),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_well_formed,
        url_schemes={"https"},
        link_rel=None,
    )
    return marked(_REFUSED.sub(r"\1", html))


def _well_formed(_tag: str, name: str, value: str) -> str | None:
    """Keep a link only if it is https and every sign of it may stand in an address."""
    return value if name != "href" or _LINK.fullmatch(value) else None


@cache
def _markdown() -> Markdown:
    """Make the converter, without what is not in our subset; a list keeps the number that it begins with."""
    markdown = Markdown()
    markdown.preprocessors.deregister("html_block")
    for name in _BLOCKS:
        markdown.parser.blockprocessors.deregister(name)
    markdown.parser.blockprocessors["olist"].LAZY_OL = False  # type: ignore[attr-defined]  # an OListProcessor
    for name in _INLINE:
        markdown.inlinePatterns.deregister(name)
    return markdown
