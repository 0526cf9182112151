"""What can be wrong with a file, as a value.

A stage that looks at files yields a :class:`Finding`: a code, where, and the details that its sentence
needs. ``check`` turns it into a :class:`Problem`, located and worded. Nothing here prints or raises.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from funding.cache import Row

KeyPath: TypeAlias = tuple[str | int, ...]
"""The way to a value in a file: keys and list indexes from the root, such as ``("grant", "shares", 0)``."""


class Severity(StrEnum):
    """How much a problem weighs: an error stops publication, a warning is mended or acknowledged."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, order=True, slots=True)
class Span(Row):
    """A stretch of a file in code points from 1; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Finding(Row):
    """Something wrong, not yet located or worded.

    ``path`` is the file from the project's root with ``/``. ``where`` is the way to the value (a path that
    does not exist in the file means its nearest existing parent); ``at_key`` points at the key instead of the
    value. ``span`` is given instead where the reader already knows the place. ``details`` are filled into the
    sentence of the code; they never hold personal data.
    """

    code: str
    severity: Severity
    path: str
    where: KeyPath = ()
    at_key: bool = False
    span: Span | None = None
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, order=True, slots=True)
class Problem(Row):
    """A finding in words and in its place; sorts by path, line, column and code."""

    path: str
    line: int
    column: int
    code: str
    end_line: int
    end_column: int
    severity: Severity
    message: str
    hint: str | None = None
    url: str | None = None
