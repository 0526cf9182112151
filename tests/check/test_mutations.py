"""A thousand slips of the hand in sound files: each is told where it was made, or leaves a file that is sound.

A slip is told in its place if a problem points at its line, at the key that the line lies in, at the line above it (a
list that lost an item is told at its key), at the next line that says something (there the parser meets a line that
ends too early), or where the lines end that stand alike after it. A key that must be there and is gone is told at the
first line that says something. A slip that leaves a value of its kind may be told by a rule where another value no
longer agrees with it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from funding.check.picture import picture_of
from funding.labels import Words
from funding.rules import SEVERITIES
from funding.source import Places, SourceFile, document_of
from tests.site.projects import ROOT

COUNT = 1000
SEED = 20240306
WORDS = {lang: Words(lang) for lang in ("sv", "en")}
FOLDERS = (ROOT / "decisions", Path(__file__).parents[1] / "cases")


class Slip(NamedTuple):
    """Bytes after a slip, and the first and the last line that it touched, from 1; ``kind`` names it."""

    kind: str
    content: bytes
    first: int
    last: int


def of(path: Path) -> SourceFile:
    if path.parent.name == "registers":
        raise ValueError(f"{path}: no decision")
    year = path.parent.name if path.parent.name.isdecimal() else "2024"
    return SourceFile(f"decisions/{year}/{path.stem}.yml", f"{year}/{path.stem}")


def problems(file: SourceFile, content: bytes) -> list[tuple[int, str]]:
    """Give line and code of everything wrong with one file, all of it said in both languages."""
    document = document_of(file, content, len(content))
    picture = picture_of(document)
    places = Places(document.text if picture.readable else picture.remains)
    told = []
    for found in picture.findings:
        span = found.span or places.locate(found.where, at_key=found.at_key)
        said = {lang: words.problem(found.code, found.details) for lang, words in WORDS.items()}
        assert all(message and hint for message, hint in said.values()), found
        assert said["sv"] != said["en"], found
        told.append((span.line, found.code))
    return told


def sound_files() -> list[Path]:
    files = [path for folder in FOLDERS for path in sorted(folder.rglob("*.yml")) if path.parent.name != "registers"]
    decisions = [path for path in files if path.parent.name.isdecimal() or path.name.startswith("good")]
    return [path for path in decisions if is_sound(path)]


def is_sound(path: Path) -> bool:
    data = path.read_bytes()
    picture = picture_of(document_of(of(path), data, len(data)))
    return picture.decision is not None and b"\r" not in data and not data.startswith(b"\xef")


def slip(chance: random.Random, text: str) -> Slip:
    """Make one slip somewhere in a text."""
    lines = text.split("\n")
    at = chance.choice([number for number, line in enumerate(lines) if says(line)])
    line = lines[at]
    kind = chance.choice(["dropped", "doubled", "misspelt", "retyped", "reindented", "re-encoded"])
    if kind == "dropped":
        changed = chance.choice([[], [line[: len(line) // 2]], [line.replace(":", "", 1)], [line.replace(" ", "", 1)]])
    elif kind == "doubled":
        changed = chance.choice([[line, line], [line.replace(":", "::", 1)], [line + line.strip()]])
    elif kind == "misspelt":
        spot = chance.randrange(len(line))
        other = chance.choice("abcxyzåäö0123456789:-#'\"[]{},|>&*!%@`")
        changed = [chance.choice([line[:spot] + other + line[spot + 1 :], line[:spot] + other + line[spot:]])]
    elif kind == "retyped":
        key, colon, _ = line.partition(": ")
        value = chance.choice(
            ["ja", "[a, b]", "{a: b}", '"', "2,5 mnkr", "6 mars 2024", "null", "", "not_stated", "-1"]
        )
        changed = [f"{key}{colon}{value}" if colon else f"{line} {value}"]
    elif kind == "reindented":
        changed = [chance.choice([f" {line}", f"  {line}", f"\t{line}", line.lstrip(), line[1:]])]
    else:
        return re_encoded(chance, lines, at)
    content = "\n".join([*lines[:at], *changed, *lines[at + 1 :]]).encode()
    return Slip(kind, content, at + 1, at + max(len(changed), 1))


def re_encoded(chance: random.Random, lines: list[str], at: int) -> Slip:
    """Write one line in another encoding than the rest."""
    line = lines[at]
    wrong = chance.choice(
        [
            f"{line} å".encode("latin-1", "replace"),
            line.encode("utf-16-le"),
            f"{line}\0".encode(),
            f"{line}\N{ZERO WIDTH SPACE}".encode(),
            f"{line} Ã¥".encode(),
        ]
    )
    content = b"\n".join([*(one.encode() for one in lines[:at]), wrong, *(one.encode() for one in lines[at + 1 :])])
    return Slip("re-encoded", content, at + 1, at + 1)


def places_of(made: Slip, text: str) -> set[int]:
    """Give the lines where a slip may be told."""
    lines = text.split("\n")
    after = made.content.decode("utf-8", "replace").split("\n")
    allowed = {next(number for number, line in enumerate(after, 1) if says(line)), *range(made.first, made.last + 1)}
    allowed |= {next((number for number in range(made.last + 1, len(after) + 1) if says(after[number - 1])), made.last)}
    return allowed | set(above(lines, made.first)) | set(next_shallower(after, made.last))


def next_shallower(lines: list[str], number: int) -> Iterator[int]:
    """Give the line where those end that stand like the first one after a line."""
    below = [one for one in range(number, len(lines) + 1) if says(lines[one - 1])]
    depth = indent(lines[below[0] - 1]) if below else 0
    yield from [one for one in below if indent(lines[one - 1]) < depth][:1]


def above(lines: list[str], number: int) -> Iterator[int]:
    """Give the lines of the keys that a line lies in, and the line before it."""
    depth = indent(lines[number - 1])
    before = [one for one in range(number - 1, 0, -1) if says(lines[one - 1])]
    yield from before[:1]
    for one in before:
        is_item = lines[one - 1].lstrip().startswith("-")
        if indent(lines[one - 1]) < depth or (indent(lines[one - 1]) == depth and not is_item):
            depth = indent(lines[one - 1])
            yield one
            if not depth:
                return


def indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def says(line: str) -> bool:
    return bool(line.strip("- ")) and not line.lstrip().startswith("#")


FILES = sound_files()


@pytest.mark.parametrize("part", range(10))
def test_slip_is_told_where_it_was_made_or_leaves_a_sound_file(part: int) -> None:
    chance = random.Random(SEED + part)  # noqa: S311 - the same slips in every run
    astray = []
    told = 0
    for _ in range(COUNT // 10):
        path = chance.choice(FILES)
        text = path.read_text("utf-8")
        made = slip(chance, text)
        before = problems(of(path), text.encode())
        known = moved(before, made.content.count(b"\n") - text.count("\n"))
        new = [found for found in problems(of(path), made.content) if found not in known]
        told += bool(new)
        form = {line for line, code in new if code not in SEVERITIES}
        if form and form.isdisjoint(places_of(made, text)):
            astray.append((path.name, made.kind, made.first, made.content.split(b"\n")[made.first - 1], new))
    assert astray == []
    assert told > COUNT // 10 // 2


def moved(before: list[tuple[int, str]], lines: int) -> set[tuple[int, str]]:
    """Give what was told before, at its lines then and as many further down."""
    return {(line + shift, code) for line, code in before for shift in (0, lines)}
