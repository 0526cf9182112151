"""What a rule is: a code, how much it weighs, and a function that finds every place where it is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar

from funding.judging.pointers import Pointer, misses, pointers_of, pointers_of_entry
from funding.judging.spelling import Spellings
from funding.model.part import Part
from funding.options import Options
from funding.problem import KeyPath, Severity, Span
from funding.register import Register
from funding.source import RegisterName, register_path


@dataclass(frozen=True)
class Whole:
    """Everything together, for rules that look across files or at the day.

    ``known`` holds every id that stands in each register file, also of entries that are faulty in themselves; a
    register whose file cannot be read is left out. ``ids`` are the ids of all decision files, ``drafts`` those of
    them that are never published. ``aims`` are those of all pointers of all records, ``links`` the links of their long
    texts with file and place. ``root`` is the project's folder. ``pointers`` are those of decisions that have faults
    and so are no records, with their files. ``synonyms`` are the project's groups of words.
    """

    register: Register
    known: Mapping[RegisterName, frozenset[str]]
    ids: frozenset[str]
    drafts: frozenset[str]
    aims: frozenset[str]
    links: tuple[tuple[str, KeyPath, str], ...]
    options: Options
    today: date
    root: Path
    pointers: tuple[tuple[str, Pointer], ...]
    synonyms: tuple[tuple[str, ...], ...] = ()

    def path_of(self, name: RegisterName) -> str:
        """Give the file of a register from the project's root."""
        return register_path(self.options.decisions, name)

    def entries(self, name: RegisterName) -> Mapping[str, Part]:
        """Give the entries of a register that are sound in themselves."""
        entries: Mapping[str, Part] = getattr(self.register.lists, name.value)
        return entries

    @cached_property
    def dangling(self) -> tuple[tuple[str, Pointer], ...]:
        """Every id, with the file that it stands in, that no register holds."""
        unknown = any(misses(aim, self.known) for aim in self.aims)
        records = (
            (record.path, pointer)
            for record in (self.register.records.values() if unknown else ())
            for pointer in pointers_of(record)
        )
        entries = (
            (self.path_of(name), pointer)
            for name in RegisterName
            for id_, entry in self.entries(name).items()
            for pointer in pointers_of_entry(id_, entry)
        )
        return tuple(
            (path, pointer)
            for found in (records, self.pointers, entries)
            for path, pointer in found
            if misses(pointer.aim, self.known)
        )

    @cached_property
    def spellings(self) -> Mapping[RegisterName, Spellings]:
        """The ids of each register, for finding the one that was meant."""
        return {name: Spellings(known) for name, known in self.known.items()}


Subject = TypeVar("Subject")


@dataclass(frozen=True, slots=True)
class Fault:
    """One place where a rule is broken.

    ``where``, ``at_key``, ``span`` and ``details`` are as in Finding; ``path`` is needed only from a rule of the whole.
    """

    where: KeyPath = ()
    details: Mapping[str, str] = field(default_factory=dict)
    at_key: bool = False
    path: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject]):
    """One rule. ``code`` names the bad state; its texts stand in ``locales/<lang>/problems.yml``.

    A rule of records may be ``about`` a key of a decision, by its dotted path: it finds nothing in one that lacks the
    key and has no later decisions, so that it need not be asked.
    """

    code: str
    severity: Severity
    check: Callable[[Subject], Iterable[Fault]]
    about: str = ""
