"""A project mended: check, mend, write, and again while that uncovers what can be mended too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from funding.check import Checked
from funding.labels import Words
from funding.options import LANGUAGES
from funding.personal import redact_path
from funding.problem import Problem
from funding.source import SourceFile, list_files
from funding.source.document import digest_of
from funding.writing.disk import MeanwhileError, read_bytes, replace_file
from funding.writing.mending import Mended, mend
from funding.writing.mends import MENDED
from funding.writing.mends.spot import Known

_ROUNDS: Final = 8
"""How often a file is mended; more than the layers of faults that one hides behind another."""


@dataclass(slots=True)
class Fixed:
    """What was mended in each file, by its path, the files that had changed meanwhile, and what is left to mend."""

    checked: Checked
    mended: dict[str, list[Mended]] = field(default_factory=dict)
    meanwhile: list[str] = field(default_factory=list)


def fix(root: Path, folder: str, check: Callable[[], Checked], chosen: Callable[[Checked], Checked]) -> Fixed:
    """Mend every problem with one safe answer in the files that are chosen, and write them.

    ``check`` finds everything in the project, which mends look at too; ``chosen`` leaves of it what is asked for.

    Raises:
        OSError: if the disk refuses; what was written before that is whole.
    """
    known_words = tuple(Words(lang) for lang in LANGUAGES)
    fixed = Fixed(check())
    for _ in range(_ROUNDS):
        known = Known(fixed.checked.register, known_words)
        written = [
            _written(root, file, found, known, fixed) for file, found in _to_mend(root, folder, chosen(fixed.checked))
        ]
        if not any(written):
            break
        fixed.checked = check()
    fixed.checked = chosen(fixed.checked)
    return fixed


def _to_mend(root: Path, folder: str, checked: Checked) -> Iterator[tuple[SourceFile, list[Problem]]]:
    """Give the files with problems that have a mend; a path that holds personal data is not shown, so not written."""
    found: dict[str, list[Problem]] = {}
    for problem in checked.problems:
        if problem.code in MENDED:
            found.setdefault(problem.path, []).append(problem)
    if found:
        for file in list_files(root, folder).files:
            if file.path in found and redact_path(file.path) == file.path:
                yield file, found[file.path]


def _written(root: Path, file: SourceFile, problems: list[Problem], known: Known, fixed: Fixed) -> bool:
    try:
        data = read_bytes(root, file.path)
        made = mend(file, data, problems, known) if file.path not in fixed.meanwhile else None
        if made is None:
            return False
        replace_file(root, file.path, made.content, digest_of(data))
    except MeanwhileError:
        fixed.meanwhile.append(file.path)
        return False
    fixed.mended.setdefault(file.path, []).extend(made.mends)
    return True
