"""Where facts come from, and the ways on: papers, sources, the data, reporting a fault, citing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from markupsafe import Markup

from funding.model.facts import DOCUMENTS_FOLDER, PublishedDocument
from funding.model.vocabulary import FactSource
from funding.pages.context import Context
from funding.pages.links import Kind, Link, data_url, to
from funding.pages.parts import Shown
from funding.pages.wording import Wording
from funding.register import Record

_ENCODED = re.compile(r"(?:%20|%[89A-Fa-f][0-9A-Fa-f])+")
_OF_BYTES = [quote(bytes([byte]), safe="") for byte in range(256)]
_LONGEST_ADDRESS = 100
_LONGEST_END = 40


@dataclass(frozen=True, slots=True)
class Origin:
    """What a page says about its own facts."""

    sources: tuple[Link, ...]
    kind: Markup | None
    remarks: str | None
    data: str
    report: str
    contact: Markup
    citation: Markup


def outward(url: str) -> Link:
    """Give a link to another site, shown by its address without the scheme; a long one is shortened in its middle.

    What is percent-encoded in its path is shown as the letters and spaces that it stands for.
    """
    host, slash, path = url.partition("://")[2].removeprefix("www.").removesuffix("/").partition("/")
    shown = f"{host}{slash}{_ENCODED.sub(_decoded, path)}"
    if len(shown) > _LONGEST_ADDRESS:
        shown = f"{shown[: _LONGEST_ADDRESS - _LONGEST_END]}…{shown[-_LONGEST_END:]}"
    return Link(shown, url)


def contact(context: Context) -> Markup:
    """Say whom to write to: the role that answers for the site, and its address as a link."""
    role = context.options.contact
    address = Link(role.email, "mailto:" + quote(role.email, safe="@"))
    return context.form.say("origin.contact", name=role.name, address=address)


def document_url(file: str) -> str:
    """Give the address of a paper by its path below ``docs/dokument/``."""
    return f"{DOCUMENTS_FOLDER}/{quote(file)}"


def documents(wording: Wording, papers: tuple[PublishedDocument, ...] | None) -> tuple[Shown, ...]:
    """Give the papers behind a decision; one that is not published has no link."""
    form = wording.context.form
    shown: list[Shown] = []
    for paper in papers or ():
        href = to(document_url(paper.file)) if paper.file else paper.url
        link = Link(paper.title, href)
        key = "decision.document" if href else "decision.document_elsewhere"
        dated = (
            link if paper.date is None else form.say("decision.document_dated", paper=link, day=form.day(paper.date))
        )
        shown.append(form.say(key, paper=dated))
    return tuple(shown)


def origin(wording: Wording, record: Record) -> Origin:
    """Give where the facts of a record come from, and where to go with them."""
    context, original = wording.context, record.original
    url = context.absolute(context.addresses.of(Kind.DECISION)[record.id])
    retold = original.source_kind is not FactSource.PRIMARY
    return Origin(
        sources=tuple(outward(link) for link in original.source_url or ()),
        kind=context.form.say(f"origin.kind.{original.source_kind}") if retold else None,
        remarks=original.remarks,
        data=to(data_url(record.id)),
        report=report_link(context.options.report_errors, url, context.titles[record.id]),
        contact=contact(context),
        citation=_citation(wording, record, url),
    )


def report_link(template: str, url: str, title: str) -> str:
    """Fill the page's address and title into the address where faults are reported."""
    return template.replace("{url}", encoded(url)).replace("{title}", encoded(title))


def encoded(text: str) -> str:
    """Percent-encode every sign of a text that is not unreserved (RFC 3986), as ``quote(text, safe="")`` does."""
    return text.encode().decode("latin-1").translate(_OF_BYTES)


def _decoded(found: re.Match[str]) -> str:
    """Give the letters that encoded bytes stand for; bytes that are no text, or no visible text, stay as they are."""
    try:
        letters = unquote(found[0], errors="strict")
    except UnicodeDecodeError:
        return found[0]
    return letters if letters.isprintable() else found[0]


def _citation(wording: Wording, record: Record, url: str) -> Markup:
    context = wording.context
    return context.form.say(
        "origin.citation",
        publisher=context.own_name,
        title=record.current.title,
        status=context.words.value(record.status),
        id=record.id,
        url=url,
        day=context.form.day(context.today),
    )
