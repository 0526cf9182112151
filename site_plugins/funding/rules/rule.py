"""What a rule is: a code, how much it weighs, and a function that finds every place where it is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

from funding.options import Options
from funding.problem import KeyPath, Severity
from funding.register import Record, Register
from funding.source import Document, RegisterName


@dataclass(frozen=True, slots=True)
class Whole:
    """Everything together, for rules that look across files.

    ``known`` holds every id that stands in each register file, also of entries that are faulty in themselves; a
    register whose file cannot be read is left out. ``root`` is the project's folder.
    """

    register: Register
    known: Mapping[RegisterName, frozenset[str]]
    decision_ids: frozenset[str]
    options: Options
    today: date
    root: Path


Subject = TypeVar("Subject", Document, Record, Whole)


@dataclass(frozen=True, slots=True)
class Fault:
    """One place where a rule is broken.

    ``where``, ``at_key`` and ``details`` are as in Finding; ``path`` is needed only from a rule of the whole.
    """

    where: KeyPath = ()
    details: Mapping[str, str] = field(default_factory=dict)
    at_key: bool = False
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject]):
    """One rule. ``code`` names the bad state; its texts stand in ``locales/<lang>/problems.yml``."""

    code: str
    severity: Severity
    check: Callable[[Subject], Iterable[Fault]]
