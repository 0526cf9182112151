"""Where the benchmark works: a folder on a RAM disk, with one project of a size and what is made of it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.corpus.decisions import decisions
from bench.generate import generate

RAM_DISK: Final = Path("/dev/shm")  # noqa: S108 - a RAM disk is what is wanted; the folder below it is our own


@dataclass(frozen=True, slots=True)
class Tree:
    """How many files there are below a folder, and their bytes in all."""

    files: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Place:
    """One project with ``size`` decisions below ``root``, and beside it what the peers read and write."""

    root: Path
    size: int

    @property
    def project(self) -> Path:
        """Our project; its site is below it."""
        return self.root / "project"

    @property
    def site(self) -> Path:
        """Our built site."""
        return self.project / "site"

    def prepare(self) -> None:
        """Write the project."""
        generate(self.project, self.size)

    def forget(self) -> None:
        """Take away what our program keeps between runs."""
        remove(self.project / ".cache")

    @property
    def changed(self) -> str:
        """The id of the decision that is edited: one in the middle of the corpus."""
        return list(decisions(self.size // 2 + 1))[-1][0]

    def edit(self, turn: int, what: str = "Bygge") -> str:
        """Change the assessment of a decision, each turn to something else, and give what it says now."""
        said, path = f"{what} nummer {turn}.", self.project / f"decisions/{self.changed}.yml"
        head, mark, tail = path.read_text("utf-8").partition("rationale: |\n  ")
        path.write_text(f"{head}{mark}{said} {tail}", "utf-8")
        return said


@contextmanager
def workplace() -> Iterator[tuple[Path, bool]]:
    """Give an empty folder that goes at the end, and whether it is on a RAM disk."""
    fast = RAM_DISK.is_dir()
    with tempfile.TemporaryDirectory(prefix="funding-bench-", dir=RAM_DISK if fast else None) as folder:
        yield Path(folder), fast


def remove(folder: Path) -> None:
    """Remove a folder with all that is in it, if it is there."""
    if folder.exists():
        shutil.rmtree(folder)


def tree_of(folder: Path) -> Tree:
    """Count the files below a folder."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Tree(len(sizes), sum(sizes))
