"""An example of a rule: some lines that are laid over a sound project, once wrong and once right.

``examples/<code>.txt`` is written like this::

    wrong
      grant:
    >   amount: 2,5 mnkr
    right
      grant:
        amount: 2 500 000

Two signs stand before every line of a file; ``>`` marks the faulty one. The lines replace what a sound decision has
under the same keys at the left edge. Other headings, wherever they are needed:

- ``in PATH``: what follows stands in another file, over what the sound project has there;
- ``file PATH``: what follows is that whole file (a folder ends with ``/``, ``PATH -> TARGET`` makes a link);
- ``without KEY ...``: the decision lacks these keys.

``>`` before ``in`` or ``file`` says that the file itself is at fault. What cannot be shown stands between angle quotes:
``‹TAB›`` and ``‹U+200B›`` a character, ``‹F6›`` a byte, ``‹a × 201›`` a text so many times.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

USUAL: Final = "decisions/2026/cykelvagar.yml"
"""The file that an example is about where it names none."""

_MARK: Final = "> "
_INDENT: Final = "  "


class ExampleFault(ValueError):
    """An example is not written as it must be; it is part of the program, so this is a fault of ours."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file, and whether it is the faulty one."""

    text: str
    faulty: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in one file.

    ``path`` is from the project's root. A ``whole`` file has nothing but the lines; without ``whole`` they are laid
    over a sound one, which lacks the keys of ``without``. ``target`` is where a link leads. ``faulty`` is the file
    itself.
    """

    path: str
    lines: tuple[Line, ...] = ()
    whole: bool = False
    without: tuple[str, ...] = ()
    target: str | None = None
    faulty: bool = False

    @property
    def usual(self) -> bool:
        """Tell whether it is the file that needs no name."""
        return self.path == USUAL and not self.faulty and self.target is None


@dataclass(frozen=True, slots=True)
class Example:
    """The wrong way and the right one, a piece for each file."""

    wrong: tuple[Piece, ...]
    right: tuple[Piece, ...]


def parse_example(text: str) -> Example:
    """Read an example.

    Raises:
        ExampleFault: if a line has no place.
    """
    lines = text.splitlines()
    if "wrong" not in lines or "right" not in lines or lines[0] != "wrong":
        raise ExampleFault("an example has two halves: wrong, right")
    middle = lines.index("right")
    return Example(tuple(_pieces(lines[1:middle])), tuple(_pieces(lines[middle + 1 :])))


def _pieces(lines: Iterable[str]) -> Iterator[Piece]:
    piece, found = Piece(USUAL), list[Line]()
    for line in lines:
        if line.startswith((_INDENT, _MARK)) and not line.startswith(("> in ", "> file ")):
            found.append(Line(line[len(_MARK) :], line.startswith(_MARK)))
            continue
        if found or piece != Piece(USUAL):
            yield _filled(piece, found)
        piece, found = _headed(line), []
    yield _filled(piece, found)


def _filled(piece: Piece, lines: list[Line]) -> Piece:
    return Piece(piece.path, tuple(lines), piece.whole, piece.without, piece.target, piece.faulty)


def _headed(line: str) -> Piece:
    word, _, rest = line.removeprefix(_MARK).partition(" ")
    faulty = line.startswith(_MARK)
    if word == "without" and rest:
        return Piece(USUAL, without=tuple(rest.split()))
    if word == "in" and rest:
        path, _, without = rest.partition(" without ")
        return Piece(path, without=tuple(without.split()), faulty=faulty)
    if word == "file" and rest:
        path, _, target = rest.partition(" -> ")
        return Piece(path, whole=True, target=target or None, faulty=faulty)
    raise ExampleFault(line)
