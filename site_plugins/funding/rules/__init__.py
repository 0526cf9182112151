"""Every rule, one a file, listed here and nowhere else.

A rule looks at one of three subjects: a document (any file, as text), a record (one decision with its later
decisions), or the whole (all files together). Rules of documents and records need nothing but their own file.
"""

from funding.register import Record
from funding.rules import period_ends_before_start, unknown_organisation
from funding.rules.rule import Fault, Rule, Whole
from funding.source import Document

DOCUMENT_RULES: tuple[Rule[Document], ...] = ()

RECORD_RULES: tuple[Rule[Record], ...] = (period_ends_before_start.RULE,)

WHOLE_RULES: tuple[Rule[Whole], ...] = (unknown_organisation.RULE,)

__all__ = ["DOCUMENT_RULES", "RECORD_RULES", "WHOLE_RULES", "Fault", "Rule", "Whole"]
