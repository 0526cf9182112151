"""Which of several known words a misspelt one surely is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

_LEAST: Final = 5
"""Letters of a word in which one slip leaves no doubt of which word it is."""


def folded(text: str) -> str:
    """Give a text as letters and digits alone: small, without accents, spaces and signs."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if sign.isalnum())


def surely(given: str, known: Iterable[str]) -> str | None:
    """Give the known word that is meant, if it is one and only one: the same letters, or one slip of a letter.

    Digits are never guessed: ``anslag-1-2`` is not ``anslag-1-1``.
    """
    return surely_named(given, {word: word for word in known})


def surely_named(given: str, named: Mapping[str, str]) -> str | None:
    """Give what the name means that a given one surely is; ``named`` holds meanings by name."""
    wanted = folded(given)
    if not wanted:
        return None
    same = {meaning for name, meaning in named.items() if folded(name) == wanted}
    if same:
        return same.pop() if len(same) == 1 else None
    near = {meaning for name, meaning in named.items() if _one_slip(wanted, folded(name))}
    return near.pop() if len(near) == 1 else None


def _one_slip(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter: another, one more, one less, or two that changed places."""
    if min(len(one), len(other)) < _LEAST or abs(len(one) - len(other)) > 1 or _digits(one) != _digits(other):
        return False
    start = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    if start is None:
        return True
    rests = {
        (one[start + 1 :], other[start + 1 :]),
        (one[start:], other[start + 1 :]),
        (one[start + 1 :], other[start:]),
    }
    swapped = one[start : start + 2] == other[start : start + 2][::-1] and one[start + 2 :] == other[start + 2 :]
    return swapped or any(first == second for first, second in rests)


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())
