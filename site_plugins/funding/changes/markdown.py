"""Text that is safe in a comment on a host of code: what an editor wrote is shown as it stands, and does nothing.

A host makes links of addresses, mentions of ``@name``, references of ``#12``, pictures of ``:word:`` and formulas of
``$``, some of them after Markdown has become HTML. So every sign with a meaning is written as its entity, and after
those that a host looks for comes a space without width.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from string import Formatter
from typing import Final

from funding.personal import redact

_NOTHING_WIDE: Final = "&#8203;"
_SIGNS: Final = re.compile(r"[\\`*_\[\]<>#|~$@&^!{}=]")
_LOOKED_FOR: Final = re.compile(
    r"(?<=[@#!$~&^%])(?=\S)|(?<=:)(?=[A-Za-z/+_-])|(?<=\bGH-)(?=\d)|(?<=\bwww)(?=\.)", re.IGNORECASE
)
_AT_START: Final = re.compile(r"^([-+]|\d+(?=[.)]))")
_SPACE: Final = re.compile(r"\s+")
_CUT: Final = "…"


class Markdown(str):
    """A text that may stand in the comment as it is."""

    __slots__ = ()


def plain(text: str, longest: int | None = None) -> Markdown:
    """Make a text of data safe: on one line, without personal data, every sign for itself.

    A text of more than ``longest`` characters is cut between two words.
    """
    shown = _SPACE.sub(" ", redact(text)).strip()
    return marked(shortened(shown, longest) if longest else shown)


def marked(shown: str) -> Markdown:
    """Make a piece of text safe that holds no personal data and no line ends any more."""
    parted = _LOOKED_FOR.sub("\0", shown)
    safe = _SIGNS.sub(lambda sign: f"&#{ord(sign.group())};", parted).replace("\0", _NOTHING_WIDE)
    return Markdown(_AT_START.sub(lambda start: f"{_NOTHING_WIDE}{start.group()}", safe))


def shortened(text: str, longest: int) -> str:
    """Cut a text between two words where it is longer than it may be, and show that it is cut."""
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0][: longest - 1] + _CUT


def filled(sentence: str, details: dict[str, object]) -> Markdown:
    """Fill the blanks of a sentence of ours; what is not safe already is made so."""
    said: list[str] = []
    for words, blank, _, _ in Formatter().parse(sentence):
        said.append(words)
        if blank is not None:
            detail = details[blank]
            said.append(detail if isinstance(detail, Markdown) else plain(str(detail)))
    return Markdown("".join(said))


def joined(separator: str, parts: Iterable[Markdown]) -> Markdown:
    """Put safe texts together; ``separator`` is ours."""
    return Markdown(separator.join(parts))


def bold(text: Markdown) -> Markdown:
    """Make a safe text bold."""
    return Markdown(f"**{text}**")


def struck(text: Markdown) -> Markdown:
    """Strike a safe text out."""
    return Markdown(f"~~{text}~~")


def code(text: str) -> Markdown:
    """Show the name of a file, an id or an address, which has no grave accent in it, letter by letter."""
    return Markdown(f"`{text}`") if "`" not in text and text.isprintable() else plain(text)


def link(text: Markdown, url: str) -> Markdown:
    """Make a link to an address of ours, which has no space and no angle bracket in it."""
    return Markdown(f"[{text}](<{url}>)")


def heading(level: int, text: Markdown) -> Markdown:
    """Make a heading."""
    return Markdown(f"{'#' * level} {text}")


def item(text: Markdown, level: int = 0) -> Markdown:
    """Make an item of a list, ``level`` deep."""
    return Markdown(f"{'  ' * level}- {text}")


def row(cells: Iterable[Markdown]) -> Markdown:
    """Make a row of a table."""
    return Markdown(f"| {' | '.join(cells)} |")
