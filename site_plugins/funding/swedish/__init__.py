"""Swedish words as the search knows them: what a word is, what its forms have in common, how a name is compared.

The browser's engine says the same of every word (``assets/search/query/swedish.js``).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any, Final

LEAST_WORD: Final = 3
"""Characters of the shortest word that belongs to the words of a site."""
LEAST_STEM: Final = 4
"""Characters that are left where a second ending comes off."""
NAME_LENGTH: Final = 60
"""Characters of a name that are compared."""

_LISTS: Final = Path(__file__).parent / "lists"
_MARK_RANGES: Final = (range(0x300, 0x20000), range(0xE0100, 0xE01F0))
"""Where Unicode has combining marks."""
_ZEROS: Final = re.compile(r"(?<!\d)0+(?=\d)")
_BARE_WORD: Final = re.compile(r"[^\W_]+")
_MAY_BE_MARK: Final = re.compile("[\u0300-\u1fff\u20d0-\u20ff\u2c00-\U000e01ef]")
_FIRST_REGION: Final = re.compile("[^aeiouyåäö]*[aeiouyåäö]+[^aeiouyåäö]")
"""What stands before endings: up to the first letter that is no vowel and follows one."""
_NO_NAME: Final = re.compile(r"[\W_]+")


@cache
def stop_words() -> tuple[str, ...]:
    """Give the words that are not asked for unless a query has nothing else, in the order of code points."""
    return _listed("stopwords.txt")


@cache
def light_words() -> tuple[str, ...]:
    """Give the words that most decisions are about: one beside other words raises what has it, but need not be had."""
    return _listed("lightwords.txt")


@cache
def splitless() -> tuple[str, ...]:
    """Give the words that are no part of a compound: endings and small words; all words with their keys are neither."""
    return _listed("splitless.txt")


@cache
def common_words() -> tuple[str, ...]:
    """Give common words that compounds consist of, also where a site has them in compounds only."""
    return _listed("common.txt")


@cache
def synonyms() -> tuple[tuple[str, ...], ...]:
    """Give groups of words and expressions that mean the same."""
    groups = (_LISTS / "synonyms.txt").read_text("utf-8").splitlines()
    return tuple(tuple(entry.strip() for entry in group.split("|")) for group in groups)


@cache
def splitless_keys() -> frozenset[str]:
    """Give the keys of :func:`splitless`."""
    return frozenset(map(key, splitless()))


def tokens(text: str) -> list[str]:
    """Give the words of a text in their order, in small letters: runs of letters, marks and digits."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).replace("\u00ad", "")
    small = text.lower()
    return (_marked_word() if _MAY_BE_MARK.search(small) else _BARE_WORD).findall(small)


def plain(word: str) -> str:
    """Give a word without dots and accents, as long as before: å is a, é is e, ø is o."""
    return word if word.isascii() else word.translate(_plain_letters())


def key(word: str) -> str:
    """Give what all forms of a word have in common: its plain form without endings, which the form begins with.

    Endings come off one after the other, because a stem may itself end like an inflected word: ``analyser`` is
    ``analys``, as ``analys`` is ``analy``. The key of a word that is not of letters only is all of its plain form.
    """
    return _stem(plain(word)) if word.isalpha() else plain(word)


def root(word: str) -> str:
    """Give as much of a word as its key is long: the key with its dots."""
    return word[: len(key(word))]


def fits(asked: str, found: str) -> bool:
    """Tell whether ``found`` is what was asked for: a letter that is asked for without dots may have some."""
    return len(asked) == len(found) and all(
        sign in (other, bare) for sign, other, bare in zip(asked, found, plain(found), strict=True)
    )


def is_known(word: str) -> bool:
    """Tell whether a word of a text belongs to the words of the site: of letters only, and not too short."""
    return len(word) >= LEAST_WORD and word.isalpha()


def name_keys(text: str) -> tuple[str, ...]:
    """Give what the spellings of a number or a name have in common: plain letters and digits.

    Where a run of digits begins with zeros there are two keys: without those zeros, and with them.
    """
    lowered = plain(unicodedata.normalize("NFC", text).replace("\u00ad", "").lower())
    found = (_NO_NAME.sub("", _ZEROS.sub("", lowered))[:NAME_LENGTH], _NO_NAME.sub("", lowered)[:NAME_LENGTH])
    return tuple(dict.fromkeys(key for key in found if key))


class _PlainLetters(dict[int, str]):
    """Each letter's plain form by its code point, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        apart = unicodedata.normalize("NFD", sign)
        bare, marks = apart[0], apart[1:]
        is_letter = bare.isascii() and bare.isalpha() and all(unicodedata.category(mark)[0] == "M" for mark in marks)
        self[code] = found = bare if is_letter else {"ø": "o", "Ø": "O"}.get(sign, sign)
        return found


@cache
def _plain_letters() -> _PlainLetters:
    return _PlainLetters()


@cache
def _marked_word() -> re.Pattern[str]:
    """Make the pattern of a word of letters, digits and marks; marks have no class, and looking for them takes long."""
    codes = (code for codes in _MARK_RANGES for code in codes)
    marks = "".join(chr(code) for code in codes if unicodedata.category(chr(code))[0] == "M")
    return re.compile(rf"(?:[^\W_]|[{marks}])+")


@cache
def _stem(bare: str) -> str:
    stem = _without_ending(bare)
    while (shorter := _without_ending(stem)) != stem and (len(shorter) >= LEAST_STEM or stem.endswith("an")):
        stem = shorter
    return stem


@cache
def _without_ending(bare: str) -> str:
    """Take off one ending: what the Swedish stemmer takes, and the definite -an, which it leaves."""
    if bare.endswith("an"):
        region = _FIRST_REGION.match(bare)
        if region and len(bare) - 2 >= max(LEAST_WORD, region.end()):
            return bare[:-2]
    stem: str = _stemmer().stemWord(bare)
    return stem


@cache
def _stemmer() -> Any:
    import snowballstemmer  # type: ignore[import-untyped]  # noqa: PLC0415 - no types; it reads thirty languages

    return snowballstemmer.stemmer("swedish")


def _listed(name: str) -> tuple[str, ...]:
    return tuple(sorted((_LISTS / name).read_text("utf-8").split()))
