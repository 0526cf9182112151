"""E-mail addresses, also where the sign is written as a word to hide them from machines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from funding.personal.sighting import Sighting

_SIGNS: Final = "@\uff20\ufe6b"
_ENCODED: Final = ("%40", "&#64;", "&#x40;", "&commat;")
_MAY_BEGIN: Final = (*_SIGNS, "%40", "&")
"""One of these is in whatever is written so; looking for them is quick."""

_OPEN: Final = r"[(\[{<*_]"
_CLOSE: Final = r"[)\]}>*_]"
_WORD: Final = rf"{_OPEN}[ ]?(?:[aAäÄ][tT]|[sS][nN][aA][bB][eE][lL]-?[aA])[ ]?{_CLOSE}"
_AT: Final = re.compile(rf"\s?(?:[{_SIGNS}]|{'|'.join(_ENCODED)}|{_WORD})\s?", re.IGNORECASE)
_DOT: Final = rf"(?:[.\uff0e]|\s?{_OPEN}[ ]?(?:dot|punkt)[ ]?{_CLOSE}\s?)"
_NAME_BACKWARDS: Final = re.compile(r"[\w+][\w.+!#$&'*/=?^`|~-]*")
_DOMAIN: Final = re.compile(
    rf"[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,8}}?{_DOT}[^\W\d_]{{2,63}}(?![\w-])", re.IGNORECASE
)
_LONGEST_NAME: Final = 64
_BRACKETED: Final = re.compile(_WORD)


def email_addresses(text: str) -> Iterator[Sighting]:
    """Find e-mail addresses: with ``@``, ``(at)``, ``[at]`` or an encoded sign, and with ``(punkt)`` for a dot.

    A sign with a space only before it begins the name of an account elsewhere, such as ``@regionen``.
    """
    if not _may_hold_one(text):
        return
    for sign in _AT.finditer(text):
        if sign.group()[0].isspace() and sign.group()[-1] in _SIGNS:
            continue
        first = max(0, sign.start() - _LONGEST_NAME)
        name = _NAME_BACKWARDS.match(text[first : sign.start()][::-1])
        domain = _DOMAIN.match(text, sign.end())
        if name and domain:
            yield Sighting(sign.start() - name.end(), domain.end())


def _may_hold_one(text: str) -> bool:
    return any(map(text.__contains__, _MAY_BEGIN)) or _BRACKETED.search(text) is not None
