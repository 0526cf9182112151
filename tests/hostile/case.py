"""One hostile file: what it holds, and on which lines the check must find errors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
SOUND = (HERE / "sound.yml").read_text("utf-8")
PLACE = "decisions/2024/fientlig.yml"


@dataclass(frozen=True, slots=True)
class Case:
    """``lines`` are those with errors; none means that the file is accepted. ``code`` must be among what is found."""

    name: str
    content: bytes
    lines: frozenset[int]
    code: str | None = None
    path: str = PLACE


def seeds(name: str) -> tuple[str, ...]:
    """Give the texts of one file below ``seeds/``."""
    found: list[str] = json.loads((HERE / f"seeds/{name}.json").read_text("utf-8"))
    return tuple(found)


def line_of(start: str) -> int:
    """Give the number of the one line of the sound file that starts so."""
    found = [number for number, line in enumerate(SOUND.split("\n"), 1) if line.startswith(start)]
    if len(found) != 1:
        raise ValueError(f"{start!r} starts {len(found)} lines")
    return found[0]


def instead(start: str, line: str) -> tuple[str, int]:
    """Give the sound file with another line, or several, in the place of one, and its number."""
    number = line_of(start)
    lines = SOUND.split("\n")
    lines[number - 1] = line
    return "\n".join(lines), number


def refused(name: str, start: str, line: str, code: str | None = None, *, below: int = 0) -> Case:
    """Make a case with an error at a changed line, or so many lines below its first."""
    text, number = instead(start, line)
    return Case(name, text.encode("utf-8", "surrogatepass"), frozenset({number + below}), code)


def accepted(name: str, start: str, line: str) -> Case:
    """Make a case whose changed line is as it may be."""
    text, _ = instead(start, line)
    return Case(name, text.encode(), frozenset())


def whole(name: str, content: bytes | str, *lines: int, code: str | None = None) -> Case:
    """Make a case from the whole content of a file."""
    data = content if isinstance(content, bytes) else content.encode()
    return Case(name, data, frozenset(lines), code)


def with_more(text: str) -> str:
    """Give the sound file with more at its end."""
    return SOUND + text


def numbered(cases: Iterator[Case]) -> list[Case]:
    """List cases, and see to it that each has a name of its own."""
    listed = list(cases)
    names = [case.name for case in listed]
    if len(set(names)) != len(names):
        raise ValueError(f"two cases are called {next(name for name in names if names.count(name) > 1)}")
    return listed
