"""Which known ids an unknown one may have been meant as."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Final

_LENGTH: Final = 3
_MOST: Final = 8
_MOST_LOOKED_AT: Final = 2000


class Spellings:
    """Known ids, found by what three letters in a row they share with another text."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = sorted(known)

    def near(self, given: str) -> str:
        """Give the ids most like ``given``, best first, apart by ``, ``; nothing where none is like it.

        The rarest letters are looked up first and only so many ids are counted, so that a file full of unknown ids
        stays quick.
        """
        shared: Counter[str] = Counter()
        holders = sorted((self._holders.get(gram, []) for gram in _grams(given)), key=len)
        for ids in holders:
            if shared and shared.total() + len(ids) > _MOST_LOOKED_AT:
                break
            shared.update(ids[:_MOST_LOOKED_AT])
        return ", ".join(id_ for id_, _ in shared.most_common(_MOST))

    @cached_property
    def _holders(self) -> dict[str, list[str]]:
        holders: dict[str, list[str]] = defaultdict(list)
        for id_ in self._known:
            for gram in _grams(id_):
                holders[gram].append(id_)
        return holders


def _grams(text: str) -> list[str]:
    """Give every three letters in a row once, without accents, in order; the ends count as letters."""
    folded = unicodedata.normalize("NFKD", text.lower())
    plain = f"^{''.join(sign for sign in folded if not unicodedata.combining(sign))}$"
    return list(dict.fromkeys(plain[start : start + _LENGTH] for start in range(len(plain) - _LENGTH + 1)))
