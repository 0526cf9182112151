"""Reads one text as if it stood in a file of ``decisions/``."""

from __future__ import annotations

from pathlib import Path

from funding.problem import Finding
from funding.source import Document, SourceFile, read_document

FILE = SourceFile("decisions/2024/x.yml", id="2024/x")
Place = tuple[str, int, int, int, int]


def read(folder: Path, content: str | bytes) -> Document:
    path = folder / FILE.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_document(folder, FILE)


def place(finding: Finding) -> Place:
    """Give code, line, column, last line and last column, from 1 and with an exclusive end."""
    assert finding.span is not None
    span = finding.span
    return finding.code, span.line, span.column, span.end_line, span.end_column
