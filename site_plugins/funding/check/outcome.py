"""The outcome of a check."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from funding.personal import redact_path
from funding.problem import Problem, Severity
from funding.register import Register


class OutsideProjectError(ValueError):
    """A path that was asked about is not there, or lies outside the project."""

    def __init__(self, path: Path, *, missing: bool) -> None:
        super().__init__(str(path))
        self.path = path
        self.missing = missing


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found.

    ``problems`` are sorted; ``paths`` are the files that were read, from the project's root with ``/``; ``register``
    holds what is free of errors; ``texts`` are the texts of the files that have problems, for showing the place.
    ``changed`` are the paths that differ from the revision compared with; none where nothing was compared.
    ``synonyms`` are groups of words that mean the same to whoever searches. ``drafts`` are the paths of the decisions
    that are drafts, which no page shows.
    """

    problems: tuple[Problem, ...]
    paths: tuple[str, ...]
    register: Register
    texts: Mapping[str, str]
    changed: frozenset[str] = frozenset()
    synonyms: tuple[tuple[str, ...], ...] = ()
    drafts: frozenset[str] = frozenset()

    @property
    def files(self) -> int:
        """How many files were read."""
        return len(self.paths)

    def count(self, severity: Severity) -> int:
        """Count the problems of one severity."""
        return sum(problem.severity is severity for problem in self.problems)

    def only(self, root: Path, paths: Iterable[Path]) -> Checked:
        """Give what concerns some files and folders of the project; no paths means everything.

        Raises:
            OutsideProjectError: if a path is not there or not in the project.
        """
        wanted = [_within(root, path) for path in paths]
        if not wanted:
            return self
        shown = [redact_path(path) for path in wanted]
        problems = tuple(problem for problem in self.problems if _below(problem.path, shown))
        return replace(self, problems=problems, paths=tuple(path for path in self.paths if _below(path, wanted)))


def chosen(root: Path, paths: Iterable[Path], files: Iterable[str]) -> tuple[str, ...]:
    """Give the files that some files and folders of the project mean; no paths means all.

    Raises:
        OutsideProjectError: if a path is not there or not in the project.
    """
    wanted = [_within(root, path) for path in paths] or ["."]
    return tuple(file for file in files if _below(file, wanted))


def _within(root: Path, path: Path) -> str:
    """Give a path from the project's root; a link is not followed, because it is itself what may be wrong."""
    if not os.path.lexists(path):
        raise OutsideProjectError(path, missing=True)
    place = path.parent.resolve() / path.name if path.name not in {"", ".."} else path.resolve()
    if not place.is_relative_to(root.resolve()):
        raise OutsideProjectError(path, missing=False)
    return place.relative_to(root.resolve()).as_posix()


def _below(path: str, folders: Iterable[str]) -> bool:
    return any(folder in {".", path} or path.startswith(f"{folder}/") for folder in folders)
