"""Files to write anew: every case of the tests, and the decisions of real projects, as documents."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from funding.source import Document, RegisterName, SourceFile, list_files, read_document
from funding.source.document import document_of
from tests.rules.cases import CASES
from tests.site.projects import ROOT

REGIONS = ROOT / "tests/regions"


def document(text: str | bytes, register: RegisterName | None = None) -> Document:
    """Give the document of a text, as that of a decision or of a register."""
    data = text if isinstance(text, bytes) else text.encode()
    file = SourceFile("decisions/2024/x.yml", None if register else "2024/x", register)
    return document_of(file, data, len(data))


def case_documents() -> Iterator[tuple[str, Document]]:
    """Give every YAML file of the cases with its name; a register's by the register's name."""
    for path in sorted(CASES.rglob("*.yml")):
        if path.is_file() and path.name != "mkdocs.yml":
            register = RegisterName(path.stem) if path.stem in list(RegisterName) else None
            yield path.relative_to(CASES).as_posix(), document(path.read_bytes(), register)


@cache
def real_documents() -> tuple[Document, ...]:
    """Give the decisions and registers of this project and of the other regions."""
    roots = [ROOT, *sorted(folder for folder in REGIONS.iterdir() if (folder / "decisions").is_dir())]
    return tuple(read_document(root, file) for root in roots for file in list_files(root, "decisions").files)


def text_of(path: Path) -> str:
    """Give the text of a file of the tests."""
    return path.read_text("utf-8")
