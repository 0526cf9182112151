"""One file mended: every problem with one safe answer, as long as nothing else becomes wrong by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from funding.model.reading import read_decision, read_register
from funding.problem import Problem
from funding.source import Document, SourceFile
from funding.source.document import document_of
from funding.writing.meaning import comments
from funding.writing.mends import OF_BYTES, OF_SYNTAX, OF_VALUES
from funding.writing.mends.edit import Edit, Edits, applied
from funding.writing.mends.spot import Known, Layout, Spot

_MARK: Final = "\ufeff"


@dataclass(frozen=True, slots=True)
class Mended:
    """What was mended: the line, the code of the problem, and what stood there before and after.

    ``before`` is nothing where the bytes were mended and not the text.
    """

    line: int
    code: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class MendedFile:
    """The bytes of a file after its mends."""

    content: bytes
    mends: tuple[Mended, ...]


def mend(file: SourceFile, data: bytes, problems: Sequence[Problem], known: Known) -> MendedFile | None:
    """Mend what can be mended of a file at once; what that uncovers is for another time.

    ``problems`` are those that a check found in these bytes. Nothing is given where nothing can be mended.
    """
    for problem in problems:
        content = OF_BYTES[problem.code](data) if problem.code in OF_BYTES else None
        if content is not None:
            return MendedFile(content, (Mended(1, problem.code, "", ""),))
    try:
        written = _Written.of(data)
    except UnicodeDecodeError:
        return None
    layout = Layout(written.text, file)
    before = document_of(file, data, len(data))
    broken = next((problem for problem in problems if problem.code in OF_SYNTAX), None)
    if before.tree is None:
        spots = [Spot(problem, layout, known) for problem in problems if broken and problem.code == broken.code]
        edits = [(spot, OF_SYNTAX[spot.problem.code](spot)) for spot in spots]
        accepted = [pair for pair in edits if pair[1]]
        return _made(written, accepted) if _reads_further(before, written, accepted) else None
    spots = [Spot(problem, layout, known) for problem in problems if problem.code in OF_VALUES]
    edits = [(spot, OF_VALUES[spot.problem.code](spot)) for spot in spots]
    return _made(written, _harmless(before, written, [pair for pair in edits if pair[1]]))


@dataclass(frozen=True, slots=True)
class _Written:
    """A file's text with plain line feeds, and how its bytes are made of it."""

    text: str
    mark: bool
    returns: bool

    @classmethod
    def of(cls, data: bytes) -> _Written:
        text = data.decode()
        return cls(text.removeprefix(_MARK).replace("\r\n", "\n"), text.startswith(_MARK), "\r\n" in text)

    def content(self, text: str) -> bytes:
        """Give the bytes of another text, written as this one was."""
        ended = text.replace("\n", "\r\n") if self.returns else text
        return f"{_MARK if self.mark else ''}{ended}".encode()


_Pairs = list[tuple[Spot, Edits]]


def _made(written: _Written, pairs: _Pairs) -> MendedFile | None:
    edits = {edit for _, found in pairs for edit in found}
    text = applied(written.text, edits)
    if text == written.text:
        return None
    said: dict[Edit, Mended] = {}
    for spot, found in pairs:
        for edit in found:
            said.setdefault(edit, _said(written.text, edit, spot.problem.code))
    return MendedFile(written.content(text), tuple(said[edit] for edit in sorted(said)))


def _said(text: str, edit: Edit, code: str) -> Mended:
    line = text.count("\n", 0, edit.start) + 1
    return Mended(line, code, text[edit.start : edit.end], edit.text)


def _reads_further(before: Document, written: _Written, pairs: _Pairs) -> bool:
    """Tell whether a file that could not be read is read after some edits, or its next fault stands further down."""
    after = _after(before.file, written, pairs)
    if after.tree is not None:
        return True
    return _first_line(after) > _first_line(before) or len(after.findings) < len(before.findings)


def _first_line(document: Document) -> int:
    return min((found.span.line for found in document.findings if found.span), default=0)


def _harmless(before: Document, written: _Written, pairs: _Pairs) -> _Pairs:
    """Give the edits that make nothing else wrong in the file, all at once or else one by one."""
    if not pairs or _no_worse(before, _after(before.file, written, pairs)):
        return pairs
    kept: _Pairs = []
    for pair in pairs:
        if _no_worse(before, _after(before.file, written, [*kept, pair])):
            kept.append(pair)
    return kept


def _after(file: SourceFile, written: _Written, pairs: _Pairs) -> Document:
    data = written.content(applied(written.text, (edit for _, edits in pairs for edit in edits)))
    return document_of(file, data, len(data))


def _no_worse(before: Document, after: Document) -> bool:
    return after.tree is not None and faults(after) <= faults(before) and comments(after.text) == comments(before.text)


def faults(document: Document) -> Counter[str]:
    """Count what is wrong with a file in itself: its form and its values."""
    typed = read_register(document)[1] if document.file.register else read_decision(document).findings
    return Counter(found.code for found in (*document.findings, *typed))
