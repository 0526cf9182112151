"""The shape of a text: one byte a sign, that of its kind, so that numbers are found at once among everything else.

Looking for a certain byte is some ten times as fast as looking for any digit.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

DIGIT: Final = "0"
CAPITAL: Final = "A"
"""A capital that stands in ASCII."""

GAP: Final = "[ .:-]"
"""Every kind of sign that is neither a digit, a letter nor a line feed, as a pattern."""

_LETTER: Final = "a"
_OTHER: Final = "."
_THEMSELVES: Final = frozenset("\n :-")
_CAPITAL: Final = re.compile("[A-Z]")
_IN_WORDS: Final = re.compile(r"\w")


def _kind(sign: str) -> str:
    if sign in _THEMSELVES:
        return sign
    if sign.isdecimal():
        return DIGIT
    if _CAPITAL.match(sign):
        return CAPITAL
    return _LETTER if _IN_WORDS.match(sign) else _OTHER


_KINDS: Final = "".join(_kind(chr(code)) for code in range(256)).encode()


@lru_cache(maxsize=4)
def shape_of(text: str) -> bytes | None:
    """Give the shape of a text; ``None`` of one with signs that are not in Latin-1."""
    try:
        return text.encode("latin-1").translate(_KINDS)
    except UnicodeEncodeError:
        return None
