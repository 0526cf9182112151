"""Texts, links, true or false, and words from a controlled list."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, TypeAlias, TypeVar

from funding.model.parsing import NOT_STATED_TEXT, Parsed, refuse, require_text, require_word
from funding.source.files import YEAR, is_slug

_LETTER = r"[^\W_]"
_LABEL = rf"{_LETTER}(?:(?:{_LETTER}|-)*{_LETTER})?"
_LINK = re.compile(
    rf"([Hh][Tt][Tt][Pp][Ss]?)://(?:{_LABEL}\.)*{_LABEL}(?::[0-9]{{1,5}})?(?:[/?#][^\s<>\"'`{{}}|\\^]*)?"
)
_MONTHS = re.compile("[1-9][0-9]{0,2}")
_TRUE_FALSE = {"true": True, "false": False}
LONGEST_LINK = 2000
LONGEST_ID = 120
"""Texts of at most this length are mostly ids: the same in thousands of decisions, and so kept once."""
_MOST_IDS = 20_000
"""How many of them are kept."""
VOCABULARY = "x-vocabulary"
"""In a JSON Schema: the name of the vocabulary that an enumeration holds the words of."""
Word = TypeVar("Word", bound=StrEnum)


def text_of(longest: int, *, lines: bool = False) -> Parsed:
    """Make the annotation of a text of at most ``longest`` characters; without ``lines`` it is one line."""
    shared: Callable[[str], str] = sys.intern if longest <= LONGEST_ID else str

    def parse(value: object) -> str:
        text = require_text(value)
        if len(text) > longest:
            raise refuse("text-too-long", length=str(len(text)), limit=str(longest))
        if not lines and "\n" in text:
            text = text.replace("\n", " ")
        return shared(unicodedata.normalize("NFC", text))

    length = "" if lines else rf"[\s\S]{{0,{longest - 1}}}\s*$"
    pattern = rf"^(?!\s*{NOT_STATED_TEXT}\s*$)\s*\S{length}"
    often = _MOST_IDS if longest <= LONGEST_ID else 0
    return Parsed(parse, {"type": ["string", "number", "boolean"], "pattern": pattern}, often=often)


def one_of(vocabulary: type[Word]) -> Parsed:
    """Make the annotation of a word from a controlled list."""
    values = [member.value for member in vocabulary]

    def parse(value: object) -> Word:
        text = require_word(value)
        try:
            return vocabulary(text)
        except ValueError:
            raise refuse("unknown-value", given=text, vocabulary=vocabulary.__name__) from None

    return Parsed(parse, {"enum": values, VOCABULARY: vocabulary.__name__})


def link_of(*schemes: str) -> Callable[[object], str]:
    """Make the parser of a link that must start with one of the schemes."""

    def parse(value: object) -> str:
        text = require_text(value)
        match = _LINK.fullmatch(text) if len(text) <= LONGEST_LINK else None
        if not match:
            raise refuse("link-not-http", given=text)
        if match[1].lower() not in schemes:
            raise refuse("link-not-https", given=text)
        return text

    return parse


def _parse_truth(value: object) -> bool:
    text = require_word(value)
    if text not in _TRUE_FALSE:
        raise refuse("not-true-or-false", given=text)
    return _TRUE_FALSE[text]


def _parse_months(value: object) -> int:
    text = require_text(value)
    if not _MONTHS.fullmatch(text):
        raise refuse("months-not-a-number", given=text)
    return int(text)


def _parse_year(value: object) -> int:
    text = require_word(value)
    if not re.fullmatch(YEAR, text):
        raise refuse("year-not-readable", given=text)
    return int(text)


def _parse_decision_id(value: object) -> str:
    text = require_text(value)
    year, _, slug = text.partition("/")
    if not (re.fullmatch(YEAR, year) and is_slug(slug)):
        raise refuse("bad-decision-id", given=text)
    return text


def _parse_code(digits: int) -> Callable[[object], str]:
    def parse(value: object) -> str:
        text = require_text(value)
        if not re.fullmatch(rf"[0-9]{{{digits}}}", text):
            raise refuse("bad-area-code", given=text, digits=str(digits))
        return text

    return parse


def _parse_currency(value: object) -> str:
    text = require_word(value)
    if not re.fullmatch("[A-Z]{3}", text):
        raise refuse("bad-currency", given=text)
    return text


def _code_schema(digits: int) -> dict[str, object]:
    text = {"type": "string", "pattern": rf"^\s*[0-9]{{{digits}}}\s*$"}
    return {"anyOf": [text, {"type": "integer", "minimum": 0, "maximum": 10**digits - 1}]}


def _link_schema(scheme: str) -> dict[str, object]:
    return {"type": "string", "pattern": rf"^\s*{scheme}://\S+\s*$"}


_MONTHS_SCHEMA = {
    "anyOf": [
        {"type": "integer", "minimum": 1, "maximum": 999},
        {"type": "string", "pattern": rf"^\s*{_MONTHS.pattern}\s*$"},
    ]
}
_DECISION_ID_SCHEMA = {"type": "string", "pattern": rf"^\s*{YEAR}/[a-z0-9]+(?:-[a-z0-9]+)*\s*$"}

Id: TypeAlias = Annotated[str, text_of(LONGEST_ID)]
Line: TypeAlias = Annotated[str, text_of(300)]
Title: TypeAlias = Annotated[str, text_of(200)]
Short: TypeAlias = Annotated[str, text_of(400)]
Reference: TypeAlias = Annotated[str, text_of(60)]
Prose: TypeAlias = Annotated[str, text_of(20_000, lines=True)]
DecisionId: TypeAlias = Annotated[str, Parsed(_parse_decision_id, _DECISION_ID_SCHEMA)]
Link: TypeAlias = Annotated[str, Parsed(link_of("http", "https"), _link_schema("[Hh][Tt][Tt][Pp][Ss]?"), often=0)]
SecureLink: TypeAlias = Annotated[str, Parsed(link_of("https"), _link_schema("[Hh][Tt][Tt][Pp][Ss]"), often=0)]
Truth: TypeAlias = Annotated[bool, Parsed(_parse_truth, {"enum": [True, False, "true", "false"]}, bool)]
Months: TypeAlias = Annotated[int, Parsed(_parse_months, _MONTHS_SCHEMA, int)]
Year: TypeAlias = Annotated[int, Parsed(_parse_year, {"type": "string", "pattern": rf"^{YEAR}$"}, int)]
MunicipalityCode: TypeAlias = Annotated[str, Parsed(_parse_code(4), _code_schema(4))]
CountyCode: TypeAlias = Annotated[str, Parsed(_parse_code(2), _code_schema(2))]
Currency: TypeAlias = Annotated[str, Parsed(_parse_currency, {"type": "string", "pattern": "^[A-Z]{3}$"})]
