"""One file brought into its canonical form, or left alone for a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from funding.problem import Finding
from funding.source import Document
from funding.source.document import document_of
from funding.source.layout import layout_of
from funding.writing.canonical import canonical
from funding.writing.meaning import says_the_same

_HARMLESS: Final = frozenset({"byte-order-mark", "empty-value"})
"""What is wrong with a file that can be written anew all the same."""


@dataclass(frozen=True, slots=True)
class Formed:
    """What came of a file: its canonical text, or ``None`` where it is left alone.

    ``findings`` say why; without any the file is one that cannot be written anew for certain.
    """

    document: Document
    text: str | None
    findings: tuple[Finding, ...] = ()


def form(document: Document) -> Formed:
    """Write a file in its canonical form. What cannot be read well is left alone, and so is what would not be the same.

    The result is read again and compared; nothing that this program misunderstands is ever written.
    """
    faults = tuple(found for found in document.findings if found.code not in _HARMLESS)
    if faults:
        return Formed(document, None, faults)
    layout = layout_of(document.text)
    if layout is None or not layout.entries:
        return Formed(document, None)
    text = canonical(document.text, layout, document.file)
    if text != document.text:
        data = text.encode()
        if not says_the_same(document, document_of(document.file, data, len(data))):
            return Formed(document, None)
    return Formed(document, text)
