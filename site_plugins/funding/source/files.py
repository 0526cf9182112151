"""Which files there are: what may live in ``decisions/``, and what is refused before it is opened."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from funding.problem import Finding, Severity

SUFFIX = ".yml"
LONGEST_SLUG = 80
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_RESERVED = re.compile(r"none|index|404|sida-[0-9]+")
_YEAR = re.compile(r"(?:1[89]|2[01])[0-9]{2}")


class RegisterName(StrEnum):
    """The seven registers that decisions point into."""

    ORGANISATIONS = "organisations"
    BODIES = "bodies"
    SOURCES = "sources"
    TERMS = "terms"
    CONDITIONS = "conditions"
    THEMES = "themes"
    MUNICIPALITIES = "municipalities"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read. ``path`` is from the project's root with ``/``; ``id`` is ``<year>/<slug>`` of a decision."""

    path: str
    id: str | None = None
    register: RegisterName | None = None


@dataclass(frozen=True, slots=True)
class DecisionsFolder:
    """What ``decisions/`` holds: the files to read and what is wrong with the folder itself."""

    files: tuple[SourceFile, ...]
    findings: tuple[Finding, ...]


def is_slug(text: str) -> bool:
    """Tell whether a text may be an id: ``[a-z0-9]+(-[a-z0-9]+)*``, at most 80, none of the reserved words."""
    return len(text) <= LONGEST_SLUG and bool(_SLUG.fullmatch(text)) and not _RESERVED.fullmatch(text)


def list_files(root: Path, folder: str) -> DecisionsFolder:
    """List the files of the decisions folder, sorted, without opening any.

    Links, special files, wrong names and anything that has no business there become findings. A missing folder
    is empty.
    """
    found: list[SourceFile] = []
    findings: list[Finding] = []
    for item in _entries(root / folder, folder, root):
        (found if isinstance(item, SourceFile) else findings).append(item)  # type: ignore[arg-type] # one list each
    return DecisionsFolder(tuple(found), tuple(findings))


def _entries(directory: Path, folder: str, root: Path) -> Iterator[SourceFile | Finding]:
    if directory.is_symlink():
        yield _refused("symlink", folder)
        return
    if not directory.is_dir():
        return
    for child in sorted(directory.iterdir()):
        path = child.relative_to(root).as_posix()
        mode = child.lstat().st_mode
        if stat.S_ISLNK(mode):
            yield _refused("symlink", path)
        elif not stat.S_ISDIR(mode):
            yield _refused("stray-file", path)
        elif child.name == "registers":
            yield from _registers(child, path)
        elif _YEAR.fullmatch(child.name):
            yield from _year(child, path)
        else:
            yield _refused("stray-folder", path, folder=child.name)


def _registers(directory: Path, folder: str) -> Iterator[SourceFile | Finding]:
    names = {name + SUFFIX: name for name in RegisterName}
    for child in sorted(directory.iterdir()):
        path = f"{folder}/{child.name}"
        refusal = _refuse_special(child, path)
        if refusal:
            yield refusal
        elif child.name in names:
            yield SourceFile(path, register=names[child.name])
        else:
            yield _refused("unknown-register", path, known=", ".join(names))


def _year(directory: Path, folder: str) -> Iterator[SourceFile | Finding]:
    for child in sorted(directory.iterdir()):
        path = f"{folder}/{child.name}"
        refusal = _refuse_special(child, path)
        slug = child.name.removesuffix(SUFFIX)
        if refusal:
            yield refusal
        elif not child.name.endswith(SUFFIX):
            yield _refused("stray-file", path)
        elif _RESERVED.fullmatch(slug):
            yield _refused("reserved-file-name", path, name=slug)
        elif not is_slug(slug):
            yield _refused("bad-file-name", path)
        else:
            yield SourceFile(path, id=f"{directory.name}/{slug}")


def _refuse_special(child: Path, path: str) -> Finding | None:
    mode = child.lstat().st_mode
    if stat.S_ISLNK(mode):
        return _refused("symlink", path)
    if stat.S_ISDIR(mode):
        return _refused("stray-folder", path, folder=child.name)
    if not stat.S_ISREG(mode):
        return _refused("special-file", path)
    return None


def _refused(code: str, path: str, **details: str) -> Finding:
    printable = path.encode("utf-8", "replace").decode("utf-8")
    return Finding(code, Severity.ERROR, printable, details=details)
