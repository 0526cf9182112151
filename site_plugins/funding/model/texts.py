"""Texts, links, true or false, and words from a controlled list."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any, TypeAlias, TypeVar

from funding.model.parsing import Parsed, refuse, require_text

_LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_LINK = re.compile(
    rf"(https?)://(?:{_LABEL}\.)*{_LABEL}(?::[0-9]{{1,5}})?(?:[/?#][^\s<>\"'`{{}}|\\^]*)?", re.IGNORECASE
)
_TRUE_FALSE = {"true": True, "false": False}
LONGEST_LINK = 2000
LONGEST_TEXT = 20_000
Word = TypeVar("Word", bound=StrEnum)


def text_of(longest: int, *, lines: bool = False) -> Parsed:
    """Make the annotation of a text of at most ``longest`` characters; without ``lines`` it is one line."""

    def parse(value: object) -> str:
        text = unicodedata.normalize("NFC", require_text(value))
        text = text if lines else " ".join(text.split("\n"))
        if len(text) > longest:
            raise refuse("text-too-long", length=str(len(text)), limit=str(longest))
        return text

    return Parsed(parse, {"type": ["string", "number", "boolean"], "minLength": 1, "maxLength": longest})


def one_of(vocabulary: type[Word]) -> Parsed:
    """Make the annotation of a word from a controlled list."""
    values = [member.value for member in vocabulary]

    def parse(value: object) -> Word:
        text = require_text(value)
        try:
            return vocabulary(text)
        except ValueError:
            raise refuse("unknown-value", given=text, vocabulary=vocabulary.__name__) from None

    return Parsed(parse, {"enum": values})


def link_of(*schemes: str) -> Callable[[object], str]:
    """Make the parser of a link that must start with one of the schemes."""

    def parse(value: object) -> str:
        text = require_text(value)
        match = _LINK.fullmatch(text)
        if not match or len(text) > LONGEST_LINK:
            raise refuse("link-not-http", given=text[:60])
        if match[1].lower() not in schemes:
            raise refuse("link-not-https", given=text[:60])
        return text

    return parse


def _parse_truth(value: object) -> bool:
    text = require_text(value)
    if text not in _TRUE_FALSE:
        raise refuse("not-true-or-false", given=text)
    return _TRUE_FALSE[text]


def _parse_months(value: object) -> int:
    text = require_text(value)
    if not re.fullmatch(r"[1-9][0-9]{0,2}", text):
        raise refuse("months-not-a-number", given=text)
    return int(text)


def _parse_year(value: object) -> int:
    text = require_text(value)
    if not re.fullmatch(r"(?:1[89]|2[01])[0-9]{2}", text):
        raise refuse("year-not-readable", given=text)
    return int(text)


def _parse_code(digits: int) -> Callable[[object], str]:
    def parse(value: object) -> str:
        text = require_text(value)
        if not re.fullmatch(rf"[0-9]{{{digits}}}", text):
            raise refuse("bad-area-code", given=text, digits=str(digits))
        return text

    return parse


def _same(value: Any) -> Any:
    return value


def _parse_currency(value: object) -> str:
    text = require_text(value)
    if not re.fullmatch("[A-Z]{3}", text):
        raise refuse("bad-currency", given=text)
    return text


_LINK_SCHEMA = {"type": "string", "format": "uri", "pattern": r"^\s*[Hh][Tt][Tt][Pp][Ss]?://\S+\s*$", "maxLength": 2000}
Id: TypeAlias = Annotated[str, text_of(120)]
Line: TypeAlias = Annotated[str, text_of(300)]
Title: TypeAlias = Annotated[str, text_of(200)]
Short: TypeAlias = Annotated[str, text_of(400)]
Reference: TypeAlias = Annotated[str, text_of(60)]
Prose: TypeAlias = Annotated[str, text_of(LONGEST_TEXT, lines=True)]
Link: TypeAlias = Annotated[str, Parsed(link_of("http", "https"), _LINK_SCHEMA)]
SecureLink: TypeAlias = Annotated[str, Parsed(link_of("https"), _LINK_SCHEMA)]
Truth: TypeAlias = Annotated[bool, Parsed(_parse_truth, {"enum": [True, False, "true", "false"]}, _same)]
Months: TypeAlias = Annotated[
    int, Parsed(_parse_months, {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string"}]}, _same)
]
Year: TypeAlias = Annotated[
    int, Parsed(_parse_year, {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": "^[0-9]{4}$"}]}, _same)
]
MunicipalityCode: TypeAlias = Annotated[
    str, Parsed(_parse_code(4), {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": "^[0-9]{4}$"}]})
]
CountyCode: TypeAlias = Annotated[
    str, Parsed(_parse_code(2), {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": "^[0-9]{2}$"}]})
]
Currency: TypeAlias = Annotated[str, Parsed(_parse_currency, {"type": "string", "pattern": "^[A-Z]{3}$"})]
