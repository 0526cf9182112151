"""Random edits of a project, as an editor might make them: most leave it sound, some do not."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

_VALUE = re.compile(r"^(\s*(?:- )?[a-z_]+:) (?![>|]|$)(.+)$", re.MULTILINE)
"""A key with a value on its line."""


class Editor:
    """Edits the project in a folder; the same seed makes the same edits."""

    def __init__(self, root: Path, seed: int) -> None:
        self._root = root
        self._random = random.Random(seed)  # noqa: S311 - edits, no secret

    def edit(self) -> str:
        """Make one edit, and say which."""
        kinds: dict[Callable[[], str], int] = {
            self._borrow_value: 12,
            self._edit_register: 3,
            self._point: 3,
            self._place: 2,
            self._copy: 2,
            self._remove: 1,
            self._edit_options: 1,
            self._comment: 2,
        }
        (kind,) = self._random.choices(list(kinds), list(kinds.values()))
        return kind()

    def _decisions(self) -> list[Path]:
        return sorted((self._root / "decisions").glob("[0-9]*/*.yml"))

    def _borrow_value(self) -> str:
        """Give a key of a decision the value that it has in another."""
        file, other = self._random.sample(self._decisions(), 2)
        lines = list(_VALUE.finditer(file.read_text("utf-8")))
        chosen = self._random.choice(lines)
        values = [found[2] for found in _VALUE.finditer(other.read_text("utf-8")) if found[1] == chosen[1]]
        return self._replace(file, chosen, self._random.choice(values) if values else chosen[2])

    def _edit_register(self) -> str:
        """Give a key of a register the value that it has in another entry."""
        file = self._random.choice(sorted((self._root / "decisions/registers").glob("*.yml")))
        lines = list(_VALUE.finditer(file.read_text("utf-8")))
        if not lines:
            return "nothing"
        chosen = self._random.choice(lines)
        values = [found[2] for found in lines if found[1] == chosen[1]]
        return self._replace(file, chosen, self._random.choice(values))

    def _point(self) -> str:
        """Let a decision point at another, or no longer."""
        file, other = self._random.sample(self._decisions(), 2)
        text = file.read_text("utf-8")
        related = f"related: [{other.parent.name}/{other.stem}]\n"
        text = re.sub(r"^related:.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE)
        file.write_text(text if self._random.random() < 0.3 else f"{text.rstrip()}\n{related}", "utf-8")
        return f"{file.name} {related.strip()}"

    def _place(self) -> str:
        """Let a decision be for a whole county."""
        file = self._random.choice(self._decisions())
        text = re.sub(r"^location:.*\n(?:[ -].*\n)*", "", file.read_text("utf-8"), flags=re.MULTILINE)
        file.write_text(f'{text.rstrip()}\nlocation:\n  counties: ["18"]\n', "utf-8")
        return f"{file.name} location"

    def _copy(self) -> str:
        file = self._random.choice(self._decisions())
        copy = file.with_name(f"kopia-{self._random.randrange(100)}.yml")
        shutil.copyfile(file, copy)
        return f"{copy.name} from {file.name}"

    def _remove(self) -> str:
        file = self._random.choice(self._decisions())
        file.unlink()
        return f"{file.name} removed"

    def _edit_options(self) -> str:
        file = self._root / "mkdocs.yml"
        text = re.sub(
            r"^(\s+name: Regional utveckling).*$",
            rf"\1 {self._random.randrange(9)}",
            file.read_text("utf-8"),
            flags=re.MULTILINE,
        )
        file.write_text(text, "utf-8")
        return "options"

    def _comment(self) -> str:
        file = self._random.choice(self._decisions())
        file.write_text(f"{file.read_text('utf-8')}# granskad\n", "utf-8")
        return f"{file.name} # comment"

    def _replace(self, file: Path, line: re.Match[str], value: str) -> str:
        text = file.read_text("utf-8")
        file.write_text(f"{text[: line.start(2)]}{value}{text[line.end(2) :]}", "utf-8")
        return f"{file.name} {line[1].strip()} {value}"
