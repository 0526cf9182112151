"""An organisation that no decision named before: its entry, tried by the rules, and its place in the register."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from funding.check.judged import judge
from funding.check.reading import Reading, add
from funding.options import Options
from funding.problem import Finding, Severity
from funding.scaffold.answering import document
from funding.scaffold.naming import free, slug_of
from funding.source import Document, RegisterName, SourceFile, read_document, register_path
from funding.source.layout import layout_of
from funding.writing.canonical import lines_of
from funding.writing.fresh import written
from funding.writing.gathering import gather

_COUNTRY_DIGITS: Final = "16"
"""Stand before the ten digits of a legal person's number where it is written with twelve."""

_TEN: Final = 10


class UnreadableRegisterError(Exception):
    """The register of organisations cannot be read, so nothing can be added to it."""


@dataclass(frozen=True, slots=True)
class NewOrganisation:
    """An organisation to be added; ``type`` is a word of the vocabulary."""

    id: str
    name: str
    number: str | None = None
    type: str | None = None

    @property
    def tree(self) -> dict[str, dict[str, str]]:
        """The register with this one entry."""
        keys = {"name": self.name, "organisation_number": self.number, "type": self.type}
        return {self.id: {key: value for key, value in keys.items() if value is not None}}


def spelt_number(given: str) -> str:
    """Spell an organisation number as the register does, where it has its digits; else give it as it is."""
    digits = re.sub(r"[\s\u00a0\u2010-\u2015\u2212-]", "", given)
    if len(digits) == _TEN + len(_COUNTRY_DIGITS):
        digits = digits.removeprefix(_COUNTRY_DIGITS)
    return f"{digits[:6]}-{digits[6:]}" if re.fullmatch("[0-9]{10}", digits) else given


def proposed_id(name: str, reading: Reading) -> str:
    """Give a free id for an organisation; one that a source has is not free either."""
    taken = {*reading.known.get(RegisterName.ORGANISATIONS, ()), *reading.known.get(RegisterName.SOURCES, ())}
    return free(slug_of(name, "organisation"), taken)


def faults(new: NewOrganisation, root: Path, options: Options, today: date) -> list[Finding]:
    """Give what every rule finds wrong with an organisation by itself; its number never stands in it, if a person's."""
    file = _file(options)
    reading = Reading()
    add(reading, document(written(new.tree, file), file))
    _, findings = judge(reading, root, options, today)
    return [found for found in findings if found.severity is Severity.ERROR and found.path == file.path]


def registered(new: NewOrganisation, root: Path, options: Options) -> tuple[Document, str]:
    """Give the register as it is, and its text with the organisation in it.

    It stands in its place where the register is sorted, else last. Order and comments stay. The text of a register
    without a file is that of a new one; the document's digest is empty then.

    Raises:
        UnreadableRegisterError: if what there is cannot be read.
    """
    file = _file(options)
    alone = written(new.tree, file)
    if not (root / file.path).exists():
        return Document(file, "", None, (), digest=""), alone
    read = read_document(root, file)
    layout, entry = layout_of(read.text), layout_of(alone)
    if not read.tree or layout is None or entry is None:
        raise UnreadableRegisterError
    gathered, added = gather(read.text, layout), gather(alone, entry)
    ids = [key.text for key, _ in layout.entries]
    place = sum(id_ < new.id for id_ in ids) if ids == sorted(ids) else len(ids)
    gathered.root.entries.insert(place, added.root.entries[0])
    text = lines_of(read.text, gathered, file)
    if document(text, file).tree != {**read.tree, **new.tree}:
        raise UnreadableRegisterError
    return read, text


def _file(options: Options) -> SourceFile:
    return SourceFile(register_path(options.decisions, RegisterName.ORGANISATIONS), register=RegisterName.ORGANISATIONS)
