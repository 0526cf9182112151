"""The decisions that queries are judged over: invented ones and the project's real ones, as one project."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Final

from bench.generate import generate

COUNT: Final = 2_000
"""How many invented decisions there are beside the real ones."""

_REAL: Final = Path(__file__).parents[2] / "decisions"
_ENTRY: Final = re.compile(r"^(?=\S)", re.MULTILINE)
_ID: Final = re.compile(r"[\"']?([^\"':]+)[\"']?:")


def write_corpus(folder: Path, count: int = COUNT) -> None:
    """Write the project into a folder that is not there or is empty; of entries with one id the invented one stays.

    Raises:
        ValueError: if the folder holds something.
    """
    generate(folder, count)
    for source in sorted(_REAL.glob("2*/*.yml")):
        target = folder / "decisions" / source.relative_to(_REAL)
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(source, target)
    for source in sorted(_REAL.glob("registers/*.yml")):
        target = folder / "decisions" / source.relative_to(_REAL)
        known = target.read_text("utf-8")
        taken = {_id(entry) for entry in _entries(known)}
        added = [entry for entry in _entries(source.read_text("utf-8")) if _id(entry) not in taken]
        target.write_text(known + "".join(added), "utf-8")
    documents = _REAL.parent / "docs/dokument"
    shutil.copytree(documents, folder / "docs/dokument")


def _entries(text: str) -> list[str]:
    """Give the entries of a register's text, without its comments."""
    return [entry for entry in _ENTRY.split(text) if entry.strip() and not entry.startswith("#")]


def _id(entry: str) -> str:
    match = _ID.match(entry)
    if match is None:
        raise ValueError(f"no entry of a register: {entry[:60]}")
    return match[1]
