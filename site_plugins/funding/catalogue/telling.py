"""The catalogue as text for a terminal and as JSON for programs."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from funding.catalogue.entries import Catalogue, Entry, severity_of
from funding.catalogue.example import Piece
from funding.catalogue.groups import CODES
from funding.labels import Words

VERSION: Final = 1
WIDTH: Final = 79
"""Columns of a terminal that are written in."""

_INDENT: Final = "  "
_FAULTY: Final = "> "


def listed(catalogue: Catalogue) -> str:
    """Name every code with what is wrong, group by group."""
    words = catalogue.words
    lines: list[str] = []
    for group, codes in CODES.items():
        lines += [words.text(f"rules.group.{group}").upper()]
        for code in codes:
            lines.append(f"{_INDENT}{code} ({words.text(f'report.{severity_of(code)}')})")
            lines += _wrapped(catalogue.told(code).title, 2 * _INDENT)
        lines.append("")
    return _joined([*lines, words.text("rules.asked")])


def told(entries: Iterable[tuple[Entry, str | None]], words: Words) -> str:
    """Tell all of some rules; with each entry the whole address of its page, where there is one."""
    line = "\u2500" * WIDTH
    return f"{line}\n".join(_joined(_entry(entry, url, words)) for entry, url in entries)


def as_json(entries: Iterable[tuple[Entry, str | None]]) -> str:
    """Write ``{"version": 1, "rules": [...]}``; ``example`` is null where there is none."""
    rules = [_object(entry, url) for entry, url in entries]
    return json.dumps({"version": VERSION, "rules": rules}, ensure_ascii=False, indent=2) + "\n"


def _entry(entry: Entry, url: str | None, words: Words) -> Iterator[str]:
    told_ = entry.told
    yield f"{entry.code} ({words.text(f'report.{entry.severity}')})"
    yield words.text(f"rules.group.{entry.group}")
    yield ""
    yield from _wrapped(f"{told_.title}.", "")
    for heading, text in (("why", told_.why), ("mend", told_.mend)):
        yield ""
        yield f"{words.text(f'rules.{heading}')}:"
        yield from _wrapped(text, _INDENT)
    if told_.law:
        yield ""
        yield from _wrapped(words.text("rules.law", law=told_.law), "")
    if entry.example:
        halves = (("then", entry.example.then), ("wrong", entry.example.wrong), ("right", entry.example.right))
        for heading, pieces in halves:
            if pieces:
                yield ""
                yield f"{words.text(f'rules.{heading}')}:"
                yield from _half(pieces, words, named=entry.example.named)
    if url:
        yield ""
        yield words.text("rules.where", url=url)


def _half(pieces: Sequence[Piece], words: Words, *, named: bool) -> Iterator[str]:
    for piece in pieces:
        if named:
            yield f"{_FAULTY if piece.faulty else _INDENT}{headed(piece, words)}"
        for line in piece.lines:
            yield f"{_FAULTY if line.faulty else _INDENT}  {line.text}"


def headed(piece: Piece, words: Words) -> str:
    """Say which file a piece is about, as the words above its lines."""
    path = piece.path
    if piece.target is not None:
        return words.text("rules.linked", path=path, target=piece.target)
    if piece.gone:
        return words.text("rules.gone", path=path)
    if path.endswith("/"):
        return words.text("rules.folder", path=path)
    return words.text("rules.file" if piece.lines else "rules.empty", path=path)


def _object(entry: Entry, url: str | None) -> dict[str, Any]:
    example = entry.example
    return {
        "code": entry.code,
        "severity": entry.severity.value,
        "group": entry.group.value,
        "title": entry.told.title,
        "message": entry.message,
        "why": entry.told.why,
        "mend": entry.told.mend,
        "law": entry.told.law,
        "example": example and {name: _files(getattr(example, name)) for name in ("then", "wrong", "right")},
        "url": url,
    }


def _files(pieces: Sequence[Piece]) -> list[dict[str, Any]]:
    return [
        {
            "path": piece.path,
            "gone": piece.gone,
            "target": piece.target,
            "lines": [line.text for line in piece.lines],
            "faulty_lines": [number for number, line in enumerate(piece.lines, 1) if line.faulty],
            "faulty_file": piece.faulty,
        }
        for piece in pieces
    ]


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
