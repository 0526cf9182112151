"""Reading: bytes to text, text to a tree of text, and places on demand.

The only stage that touches YAML and the only one that reads the files of ``decisions/``.
"""

from funding.source.document import Document, document_of, read_changed, read_document, read_text
from funding.source.files import (
    SYNONYMS,
    DecisionsFolder,
    RegisterName,
    SourceFile,
    is_slug,
    list_files,
    register_path,
)
from funding.source.places import Places, span_between
from funding.source.recovery import Remains
from funding.source.tree import REFUSED, Tree
from funding.source.yaml_text import MOST_FINDINGS, load_texts

__all__ = [
    "MOST_FINDINGS",
    "REFUSED",
    "SYNONYMS",
    "DecisionsFolder",
    "Document",
    "Places",
    "RegisterName",
    "Remains",
    "SourceFile",
    "Tree",
    "document_of",
    "is_slug",
    "list_files",
    "load_texts",
    "read_changed",
    "read_document",
    "read_text",
    "register_path",
    "span_between",
]
