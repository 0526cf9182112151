"""What the engine is given for one build: plain values, nothing of MkDocs and nothing of funding decisions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from markupsafe import Markup

from funding.pages.page import DataFolder, PageSource, Section
from funding.problem import Problem


class Speech(Protocol):
    """The words of one language; ``funding.labels.Words`` is one."""

    def text(self, key: str, **details: object) -> str:
        """Give the sentence of ``key`` as plain text, with its ``{details}`` filled in."""
        ...


@dataclass(frozen=True, slots=True)
class FooterLink:
    """A link in the footer of every page; ``url`` is relative to the site's root."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Edition:
    """A site at one moment.

    The ``overviews`` are rendered by the theme; what is in the ``sections`` is joined or written as it is.
    ``links`` resolves what hand-written pages may link to, such as ``"decision:2024/x"`` to ``"beslut/2024/x/"``;
    ``link_kinds`` are the words before the colon. ``footer_notes``, safe HTML, stand at the foot of every page.
    ``problems`` are shown on top of every page of a live preview; a build never gets here with an error.
    ``ground`` is a digest of what all pages and files are made from; ``make_ready`` works out beforehand what many of
    them share, for a build that makes most of them. All other texts are plain: the engine escapes
    them.
    """

    lang: str
    speech: Speech
    overviews: tuple[PageSource, ...]
    sections: tuple[Section, ...]
    links: Mapping[str, str]
    link_kinds: frozenset[str]
    footer_links: tuple[FooterLink, ...]
    footer_notes: tuple[Markup, ...]
    ground: str
    make_ready: Callable[[], None]
    folders: tuple[DataFolder, ...] = ()
    problems: tuple[Problem, ...] = ()
