"""The search index of a site: how its decisions are shown there, and the folder of its files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial

from markupsafe import Markup

from funding.cache import Cache
from funding.check.collector import collector_paused
from funding.digests import digest
from funding.pages.context import Context
from funding.pages.decision import glance
from funding.pages.format import alphabetical
from funding.pages.links import Kind, Link, runs
from funding.pages.lists.paged import row_meta, row_note
from funding.pages.page import DataFile, DataFolder
from funding.pages.prose import prose
from funding.pages.wording import Wording
from funding.register import Record
from funding.search import SEARCH, Linked, Row, Searched, Showing, Synonyms, search_files
from funding.swedish import plain

_NO_ADDRESS = re.compile(r"[^a-z0-9]+")
_MARKED = re.compile(r"[\[\]<\\]|\w[*]+\w|^[ \t]*(?:[>*+-][ \t]*)*\d+\.[ \t]", re.MULTILINE)
"""What may join words, or take some away: links, emphasis inside a word, numbers of a list."""


def search_folder(context: Context, cache: Cache | None, synonyms: Synonyms = ()) -> DataFolder:
    """Give the folder of the search index; ``cache`` holds what earlier builds worked out."""
    return DataFolder(SEARCH, partial(_files, context, cache, synonyms))


def showing(context: Context) -> Showing:
    """Give how the site shows a decision among the hits of a search: in the words of its lists."""
    wording = Wording(context)
    urls = context.addresses.of(Kind.DECISION)
    return Showing(
        row=partial(_row, wording),
        url=lambda record: context.absolute(urls[record.id]),
        text_of=cache(words_of),
        alphabetical=alphabetical,
        ground=digest(context.words.lang, context.site_url),
    )


def _files(context: Context, cache: Cache | None, synonyms: Synonyms) -> Sequence[DataFile]:
    searched = Searched(context.register, context.words, context.today, showing(context), synonyms)
    with collector_paused(aging=context.lasting):
        files = search_files(searched, cache)
    return [DataFile(f"{SEARCH}{file.name}", file.read, file.digest) for file in files]


def _row(wording: Wording, record: Record) -> Row:
    note = row_note(wording, record)
    return (
        record.id,
        record.current.title,
        record.status.value,
        tuple(tuple(map(_run, runs(part))) for part in row_meta(wording, record)),
        glance.amount(wording, record).striptags(),
        note.striptags() if note else None,
    )


def _run(run: str | Link) -> Linked:
    return run if isinstance(run, str) else (run.text, _shortened(run))


def _shortened(link: Link) -> str:
    """Give the address of a link with ``~`` for what its text spells in an address, which spares most of it."""
    spelled = _NO_ADDRESS.sub("-", plain(link.text.lower())).strip("-")
    return (link.href or "").replace(f"/{spelled}", "/~", 1) if spelled else link.href or ""


def words_of(markdown: str) -> str:
    """Give a text with the words of Markdown; where its signs change none it stays as it is, which is much faster."""
    return (prose(markdown) or Markup()).striptags() if _MARKED.search(markdown) else markdown
