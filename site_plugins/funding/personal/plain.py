"""A text of a file as it is read: its escapes are the signs they stand for, and a folded number is on one line.

Both hide what stands in a file from whoever looks at the file as it is typed, while a page shows it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Final

from funding.personal.digits import DASH, NEXT_LINE
from funding.personal.sighting import Sighting

_TYPED: Final = re.compile(
    r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(\n)[ \t]*|(.))"
    rf"|(?<=[\d{DASH}/)]){NEXT_LINE}(?=\d)"
)
_PERHAPS_FOLDED: Final = re.compile(rf"{NEXT_LINE}\d")
_SIGNS: Final = {"t": "\t", "_": "\u00a0", "n": "\n", "N": "\n"}
"""The escapes of one letter that may stand in or beside what is personal (YAML 1.2.2, 5.7)."""

_OTHER: Final = "\N{REPLACEMENT CHARACTER}"
_MOST: Final = 0x10FFFF


@dataclass(frozen=True, slots=True)
class Plain:
    """A text with its escapes and folds undone.

    ``read`` has start and end of each of them in the plain text, ``typed`` in the text as it stands in the file.
    """

    text: str
    read: tuple[tuple[int, int], ...]
    typed: tuple[tuple[int, int], ...]

    def as_typed(self, sighting: Sighting) -> Sighting:
        """Give where in the typed text a stretch of the plain text stands, with the whole of its escapes."""
        first = bisect_right(self.read, sighting.start, key=itemgetter(1))
        if first < len(self.read) and self.read[first][0] == sighting.start:
            start = self.typed[first][0]
        else:
            start = self._moved(sighting.start, first)
        return Sighting(start, self._moved(sighting.end, bisect_right(self.read, sighting.end, key=itemgetter(1))))

    def _moved(self, place: int, passed: int) -> int:
        return self.typed[passed - 1][1] + place - self.read[passed - 1][1] if passed else place


@lru_cache(maxsize=4)
def as_read(text: str) -> Plain | None:
    """Undo the escapes and folds of a text; ``None`` where it has none."""
    if "\\" not in text and not _PERHAPS_FOLDED.search(text):
        return None
    signs: list[str] = []
    read: list[tuple[int, int]] = []
    typed: list[tuple[int, int]] = []
    last = length = 0
    for match in _TYPED.finditer(text):
        sign = _sign(match)
        signs += (text[last : match.start()], sign)
        length += match.start() - last
        read.append((length, length + len(sign)))
        length += len(sign)
        last = match.end()
        typed.append(match.span())
    return Plain("".join((*signs, text[last:])), tuple(read), tuple(typed)) if read else None


def _sign(match: re.Match[str]) -> str:
    *codes, end_of_line, letter = match.groups()
    code = next((int(code, 16) for code in codes if code), None)
    if code is not None:
        return chr(code) if code <= _MOST else _OTHER
    if letter:
        return _SIGNS.get(letter, _OTHER if letter.isalnum() else letter)
    return "" if end_of_line else " "
