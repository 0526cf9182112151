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
- ``gone PATH``: the file is not there;
- ``without KEY ...``: the decision lacks these keys.

Where a rule looks at what was published, that stands under ``then``, above ``wrong``.

``>`` before ``in``, ``file`` or ``gone`` says that the file itself is at fault. What cannot be shown stands between
angle quotes: ``‹TAB›`` and ``‹U+200B›`` a character, ``‹F6›`` a byte, ``‹a × 201›`` a text so many times.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

USUAL: Final = "decisions/2026/cykelvagar.yml"
"""The file that an example is about where it names none."""

_PARTS: Final = ("then", "wrong", "right")
_MARK: Final = "> "
_INDENT: Final = "  "
_HEADING: Final = re.compile("(?:> )?(?:in|file|gone) .|without .")


class ExampleError(ValueError):
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
    over a sound one, which lacks the keys of ``without``. ``target`` is where a link leads, ``gone`` a file that is not
    there. ``faulty`` is the file itself.
    """

    path: str
    lines: tuple[Line, ...] = ()
    whole: bool = False
    without: tuple[str, ...] = ()
    target: str | None = None
    gone: bool = False
    faulty: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """The wrong way and the right one, a piece for each file; ``then`` is what was published before either."""

    wrong: tuple[Piece, ...]
    right: tuple[Piece, ...]
    then: tuple[Piece, ...] = ()

    @property
    def named(self) -> bool:
        """Tell whether the files have to be named: it is not the usual one alone, or itself at fault."""
        pieces = (*self.then, *self.wrong, *self.right)
        return any(piece.path != USUAL or piece.faulty for piece in pieces)


def parse_example(text: str) -> Example:
    """Read an example.

    Raises:
        ExampleError: if it lacks a part, or if a line has no place.
    """
    parts: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line in _PARTS:
            parts[line] = []
        elif parts:
            parts[next(reversed(parts))].append(line)
        else:
            raise ExampleError(line)
    if not parts.keys() >= {"wrong", "right"}:
        raise ExampleError("an example has a wrong and a right way")
    return Example(**{name: tuple(_pieces(lines)) for name, lines in parts.items()})


def _pieces(lines: Iterable[str]) -> Iterator[Piece]:
    piece, found = Piece(USUAL), list[Line]()
    for line in lines:
        if _HEADING.match(line):
            if found or piece != Piece(USUAL):
                yield replace(piece, lines=tuple(found))
            piece, found = _headed(line), []
        elif line.startswith((_INDENT, _MARK)):
            found.append(Line(line[len(_MARK) :], line.startswith(_MARK)))
        else:
            raise ExampleError(line)
    yield replace(piece, lines=tuple(found))


def _headed(line: str) -> Piece:
    word, _, rest = line.removeprefix(_MARK).partition(" ")
    faulty = line.startswith(_MARK)
    if word == "without":
        return Piece(USUAL, without=tuple(rest.split()))
    path, _, target = rest.partition(" -> ")
    return Piece(path, whole=word == "file", target=target or None, gone=word == "gone", faulty=faulty)
