"""A document's file does not lie below ``docs/dokument/``; its name is written from there.

PASS:
    documents: [{title: Projektbeskrivning, file: 2024/projektbeskrivning.pdf}]
FAIL:
    documents: [{title: Projektbeskrivning, file: ../../hemligt.pdf}]
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.documents import FOLDER, files_of, stays_inside
from funding.judging.rule import Fault, Rule
from funding.problem import Severity
from funding.register import Record


def check(record: Record) -> Iterator[Fault]:
    """Find every name that leads out of the folder, or that names the folder itself once more."""
    for where, name in files_of(record):
        if not stays_inside(name) or name.startswith("/".join(FOLDER)):
            yield Fault(where, {"given": name})


RULE = Rule("document-outside-folder", Severity.ERROR, check, about="documents")
