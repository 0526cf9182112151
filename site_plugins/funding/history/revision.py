"""The files of a project as they were at one revision."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from funding.history.commands import HistoryError, ask, attempt, refused

_REGULAR: Final = frozenset({b"100644", b"100664", b"100755"})
_COMMIT: Final = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")
_NO_NAME: Final = re.compile(r"\A-|[\x00-\x1f\x7f]|\A\Z")
"""What is never the name of a revision: nothing, what looks like an option, what no line can hold."""

_SINCE_PARTING: Final = "..."
_SHORT: Final = 10
_MOST_BYTES: Final = 4_000_000
"""A larger file is neither read nor held against an earlier version; none of a decision may be as large."""


@dataclass(frozen=True)
class Revision:
    """One commit, seen from the folder of a project.

    ``name`` is what was asked for, ``algorithm`` what the repository names contents by. ``files`` holds git's name of
    the content of every regular file by its path from the project's root with ``/``; ``others`` are the paths of
    links and modules.
    """

    root: Path
    name: str
    commit: str
    algorithm: str
    files: Mapping[str, str] = field(default_factory=dict)
    others: frozenset[str] = frozenset()

    @property
    def short(self) -> str:
        """The commit, as short as people write it."""
        return self.commit[:_SHORT]

    def below(self, folder: str) -> Revision:
        """Give the revision with the files below a folder of the project, sorted.

        Raises:
            HistoryError: if git cannot list them.
        """
        listed = sorted(_entries(ask(self.root, "ls-tree", "-r", "-z", self.commit, "--", folder)))
        files = {path: id_ for path, mode, id_ in listed if mode in _REGULAR}
        return replace(self, files=files, others=frozenset(path for path, _, _ in listed) - files.keys())

    def same(self, paths: Iterable[str]) -> frozenset[str]:
        """Give those paths whose files hold today what they held then, whatever their line ends."""
        return frozenset(path for path in paths if path in self.files and self._is_same(path))

    def read(self, paths: Iterable[str]) -> dict[str, tuple[bytes, int]]:
        """Give the contents that files had and how many bytes those are; what is very large is not read.

        Raises:
            HistoryError: if git cannot give one of them, as where a partial clone is cut off from its origin.
        """
        wanted = {path: self.files[path] for path in paths}
        if not wanted:
            return {}
        sizes = dict(_sizes(self._batch("--batch-check", wanted.values())))
        missing = next((path for path, id_ in wanted.items() if id_ not in sizes), None)
        if missing is not None:
            raise HistoryError("revision.incomplete", path=missing, revision=self.name)
        small = [id_ for id_, size in sizes.items() if size <= _MOST_BYTES]
        contents = dict(_contents(self._batch("--batch", small)))
        return {path: (contents.get(id_, b""), sizes[id_]) for path, id_ in wanted.items()}

    def text_of(self, path: Path) -> str:
        """Give the text that a file of the repository had; ``path`` may lie outside the project.

        Raises:
            FileNotFoundError: if it was not there.
            UnicodeDecodeError: if it is no UTF-8.
        """
        from_root = os.path.relpath(path, self.root)
        answer = attempt(self.root, "cat-file", "blob", f"{self.commit}:./{from_root}")
        if answer.returncode:
            raise FileNotFoundError(path)
        return answer.stdout.decode("utf-8")

    def _batch(self, how: str, ids: Iterable[str]) -> bytes:
        return ask(self.root, "cat-file", how, given="".join(f"{id_}\n" for id_ in dict.fromkeys(ids)).encode())

    def _is_same(self, path: str) -> bool:
        try:
            descriptor = os.open(self.root / path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            with os.fdopen(descriptor, "rb") as stream:
                data = stream.read(_MOST_BYTES + 1)
        except OSError:
            return False
        then = self.files[path]
        return then == self._id(data) or (b"\r" in data and then == self._id(data.replace(b"\r\n", b"\n")))

    def _id(self, data: bytes) -> str:
        return hashlib.new(self.algorithm, b"blob %d\0%b" % (len(data), data), usedforsecurity=False).hexdigest()


def open_revision(root: Path, name: str) -> Revision:
    """Find a commit of the repository that a folder lies in; no files are listed yet.

    ``name`` is whatever git calls a commit, or ``main...`` for the one where this branch parted from ``main``.

    Raises:
        HistoryError: if there is no git, no repository, or no such commit.
    """
    known = attempt(root, "rev-parse", "--is-shallow-repository", "--show-object-format")
    if known.returncode:
        if b"not a git repository" in known.stderr:
            raise HistoryError("revision.no_repository", place=os.fspath(root))
        raise refused(known)
    shallow, algorithm = known.stdout.decode().split()
    commit = None if _NO_NAME.search(name) else _commit(root, name)
    if commit is None:
        raise HistoryError("revision.shallow" if shallow == "true" else "revision.unknown", revision=name)
    return Revision(root, name, commit, algorithm)


def _commit(root: Path, name: str) -> str | None:
    if name.endswith(_SINCE_PARTING):
        tip = _commit(root, name.removesuffix(_SINCE_PARTING)) if name != _SINCE_PARTING else None
        answer = attempt(root, "merge-base", tip, "HEAD") if tip else None
    else:
        answer = attempt(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if answer is None or answer.returncode:
        return None
    commit = answer.stdout.decode("ascii", "replace").strip()
    return commit if _COMMIT.fullmatch(commit) else None


def _entries(listed: bytes) -> Iterator[tuple[str, bytes, str]]:
    """Read what ``ls-tree -z`` lists: of each entry the path, the mode and git's name of its content."""
    for entry in filter(None, listed.split(b"\0")):
        facts, _, path = entry.partition(b"\t")
        mode, _, id_ = facts.split()
        yield os.fsdecode(path), mode, id_.decode()


def _sizes(answer: bytes) -> Iterator[tuple[str, int]]:
    """Read what ``cat-file --batch-check`` answers: a line of name, kind and size, or of name and ``missing``."""
    for line in answer.splitlines():
        id_, *facts = line.split()
        if len(facts) == 2:  # noqa: PLR2004 - kind and size
            yield id_.decode(), int(facts[1])


def _contents(answer: bytes) -> Iterator[tuple[str, bytes]]:
    """Read what ``cat-file --batch`` answers: each content after a line of facts and before a line end."""
    at = 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        id_, _, size = answer[at:end].split()
        yield id_.decode(), answer[end + 1 : end + 1 + int(size)]
        at = end + 1 + int(size) + 1
