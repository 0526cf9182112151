"""Reading: bytes to text, text to a tree of text, and places on demand.

The only stage that touches YAML and the only one that reads the files of ``decisions/``.
"""

from funding.source.document import Document, read_document
from funding.source.files import DecisionsFolder, RegisterName, SourceFile, list_files
from funding.source.places import Places, span_between
from funding.source.tree import Tree
from funding.source.yaml_text import load_texts

__all__ = [
    "DecisionsFolder",
    "Document",
    "Places",
    "RegisterName",
    "SourceFile",
    "Tree",
    "list_files",
    "load_texts",
    "read_document",
    "span_between",
]
