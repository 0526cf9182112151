"""Which files there are: what may live in ``decisions/``, and what is refused before it is opened."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from pathlib import Path

from funding.cache import Row
from funding.problem import Finding, Severity

SUFFIX = ".yml"
LONGEST_SLUG = 80
YEAR = "(?:1[89]|2[01])[0-9]{2}"
"""The years that a folder or a date may have, as a pattern."""

SYNONYMS = "synonyms.yml"
"""The file of words that mean the same, at the project's root."""

REGISTERS = "registers"
"""The folder of the registers, below that of the decisions."""

_SUFFIXES_MEANT = (SUFFIX, ".yaml")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_RESERVED = re.compile(r"none|index|404|sida-[0-9]+")


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
class SourceFile(Row):
    """A file to read. ``path`` is from the project's root with ``/``; ``id`` is ``<year>/<slug>`` of a decision."""

    path: str
    id: str | None = None
    register: RegisterName | None = None


@dataclass(frozen=True, slots=True)
class DecisionsFolder:
    """What ``decisions/`` holds: the files to read and what is wrong with the folder itself.

    ``registers_listed`` is false where a folder cannot be read, so that nobody knows which registers there are.
    """

    files: tuple[SourceFile, ...]
    findings: tuple[Finding, ...]
    registers_listed: bool


_Entry = SourceFile | Finding
_REGISTER_FILES = {name + SUFFIX: name for name in RegisterName}


def register_path(folder: str, name: RegisterName) -> str:
    """Give the file of a register from the project's root; ``folder`` is that of the decisions."""
    return f"{folder}/{REGISTERS}/{name}{SUFFIX}"


def is_slug(text: str) -> bool:
    """Tell whether a text may be an id: ``[a-z0-9]+(-[a-z0-9]+)*``, at most 80, none of the reserved words."""
    return len(text) <= LONGEST_SLUG and bool(_SLUG.fullmatch(text)) and not _RESERVED.fullmatch(text)


def file_at(folder: str, path: str) -> SourceFile | None:
    """Tell which file a path would be below the decisions folder; ``None`` for one that has no business there."""
    if not path.startswith(f"{folder}/"):
        return None
    room, _, name = path.removeprefix(f"{folder}/").rpartition("/")
    if room != REGISTERS and not re.fullmatch(YEAR, room):
        return None
    entry = _register(path, name) if room == REGISTERS else _decision(path, name)
    return entry if isinstance(entry, SourceFile) else None


def list_files(root: Path, folder: str) -> DecisionsFolder:
    """List the files of the decisions folder, sorted, without opening any.

    Links, special files, wrong names, folders that cannot be read and anything that has no business there become
    findings. A missing folder is empty.
    """
    entries = list(_decisions(root / folder, folder))
    files = tuple(entry for entry in entries if isinstance(entry, SourceFile))
    findings = tuple(entry for entry in entries if isinstance(entry, Finding))
    unread = {finding.path for finding in findings if finding.code == "unreadable-folder"}
    return DecisionsFolder(files, findings, unread.isdisjoint({folder, f"{folder}/{REGISTERS}"}))


def _decisions(directory: Path, folder: str) -> Iterator[_Entry]:
    try:
        mode = directory.lstat().st_mode
        if not stat.S_ISDIR(mode):
            yield _refused("symlink" if stat.S_ISLNK(mode) else "stray-file", folder)
            return
        inside = _inside(directory)
    except FileNotFoundError:
        return
    except OSError as error:
        yield _unlisted(folder, error)
        return
    for entry in inside:
        name, path = entry.name, f"{folder}/{entry.name}"
        if entry.is_symlink():
            yield _refused("symlink", path)
        elif not entry.is_dir():
            yield _refused("stray-file", path)
        elif name == REGISTERS:
            yield from _files(directory / name, path, _register)
        elif re.fullmatch(YEAR, name):
            yield from _files(directory / name, path, _decision)
        else:
            yield _refused("stray-folder", path, folder=_printable(name))


def _files(directory: Path, folder: str, file_of: Callable[[str, str], _Entry]) -> Iterator[_Entry]:
    try:
        inside = _inside(directory)
    except OSError as error:
        yield _unlisted(folder, error)
        return
    for entry in inside:
        path = f"{folder}/{entry.name}"
        if entry.is_symlink():
            yield _refused("symlink", path)
        elif entry.is_file():
            yield file_of(path, entry.name)
        elif entry.is_dir():
            yield _refused("stray-folder", path, folder=_printable(entry.name))
        else:
            yield _refused("special-file", path)


def _register(path: str, name: str) -> _Entry:
    if name in _REGISTER_FILES:
        return SourceFile(path, register=_REGISTER_FILES[name])
    return _refused("unknown-register", path, known=", ".join(_REGISTER_FILES))


def _decision(path: str, name: str) -> _Entry:
    slug = name.removesuffix(SUFFIX)
    if slug == name and not name.lower().endswith(_SUFFIXES_MEANT):
        return _refused("stray-file", path)
    if _RESERVED.fullmatch(slug):
        return _refused("reserved-file-name", path, name=slug)
    if slug == name or not is_slug(slug):
        return _refused("bad-file-name", path)
    return SourceFile(path, id=f"{path.split('/')[-2]}/{slug}")


def _inside(directory: Path) -> list[os.DirEntry[str]]:
    """Give what a folder holds, sorted; a folder tells what each thing in it is, so that none is looked at.

    Raises:
        OSError: if it cannot be read, or can be listed but not entered.
    """
    with os.scandir(directory) as entries:
        os.stat(f"{directory}/.")  # noqa: PTH116 - a path would leave the dot out, and not ask whether it can be entered
        return sorted(entries, key=attrgetter("name"))


def _refused(code: str, path: str, **details: str) -> Finding:
    return Finding(code, Severity.ERROR, _printable(path), details=details)


def _unlisted(folder: str, error: OSError) -> Finding:
    return _refused("unreadable-folder", folder, reason=error.strerror or type(error).__name__)


def _printable(name: str) -> str:
    r"""Write a name as it can be shown on one line: ``\u`` and a number for what cannot be seen."""
    return "".join(character if character.isprintable() else f"\\u{ord(character):04x}" for character in name)
