"""Texts that would be alive in a page, a template, a shell or a spreadsheet; a decision may say them."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import SOUND, Case, line_of, seeds, whole

_PLAIN = ("title", "summary", "also_called", "legal_basis", "remarks", "references")
_PROSE = ("rationale", "economy", "outcome")


def cases() -> Iterator[Case]:
    """Give files that say such a text in every field that takes one; the pages must show it as text."""
    for number, text in enumerate(seeds("texts")):
        yield _saying(f"text {number} {text[:30]}", text, _PLAIN)
    for number, text in enumerate(seeds("prose")):
        yield _saying(f"prose {number} {text[:30]}", text, _PROSE)
    for number, text in enumerate(seeds("evil-links")):
        yield _saying(f"link in prose {number} {text[:30]}", text, _PROSE, faulty=True)


def quoted(text: str) -> str:
    """Write a text as YAML that says it and nothing else."""
    return "'" + text.replace("'", "''") + "'"


def _saying(name: str, text: str, keys: tuple[str, ...], *, faulty: bool = False) -> Case:
    lines = SOUND.split("\n")
    for key in keys:
        lines[line_of(f"{key}:") - 1] = f"{key}: {quoted(text)}"
    content = "\n".join(lines)
    begins = tuple(f"{key}: '" for key in keys)
    starts = [number for number, line in enumerate(content.split("\n"), 1) if line.startswith(begins)]
    return whole(name, content, *(starts if faulty else ()))
