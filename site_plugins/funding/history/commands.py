"""Asks git, and says in plain words why it cannot answer."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

_GIT: Final = ("git", "--no-pager", "-c", "core.fsmonitor=false")
_OF_ANOTHER_REPOSITORY: Final = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_DIR",
        "GIT_INDEX_FILE",
        "GIT_NAMESPACE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_WORK_TREE",
    }
)
"""Variables that a hook sets for its own repository and folder, which need not be the project's."""

_OURS: Final = MappingProxyType({"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"})


class HistoryError(ValueError):
    """A revision cannot be read.

    ``text`` is the key of the sentence that says why, ``details`` fill it.
    """

    def __init__(self, text: str, **details: str) -> None:
        super().__init__(f"{text}: {details}")
        self.text = text
        self.details: Mapping[str, str] = details


def ask(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Give what git answers in a folder; ``given`` is its input.

    Raises:
        HistoryError: if there is no git, or if it refuses.
    """
    answer = attempt(root, *arguments, given=given)
    if answer.returncode:
        raise refused(answer)
    return answer.stdout


def attempt(root: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Ask git in a folder for something that it may refuse.

    Raises:
        HistoryError: if there is no git.
    """
    command = (*_GIT, "-C", os.fspath(root), *arguments)
    environment = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_REPOSITORY}
    try:
        return subprocess.run(  # noqa: S603 - no shell, and what is asked for is never an option
            command, input=given, capture_output=True, check=False, env={**environment, **_OURS}
        )
    except FileNotFoundError as error:
        raise HistoryError("revision.no_git") from error
    except OSError as error:
        raise HistoryError("revision.refused", reason=error.strerror or type(error).__name__) from error


def refused(answer: subprocess.CompletedProcess[bytes]) -> HistoryError:
    """Make the error of an answer that git did not give, with the first line of what it said instead."""
    said = answer.stderr.decode("utf-8", "replace").strip() or f"exit {answer.returncode}"
    return HistoryError("revision.refused", reason=said.splitlines()[0].removeprefix("fatal: "))
