"""How text becomes a typed value: one annotation that carries the parser, its JSON Schema and its long form.

pydantic's own reading of text takes ``1_000``, ``1e2``, ``nan`` and epoch seconds; ours takes what its type allows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Any, Final, Union, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

NOT_STATED_TEXT: Final = "not_stated"
_NOT_A_TEXT: Final = "not-a-single-value"
_OFTEN: Final = 4_096
"""How many texts of one sort are kept with what they mean."""
INTERNAL: Final = "\0"
"""Begins the names that only the model knows; the reader lets no text hold this character."""


class NotStated(Enum):
    """The source was read and does not say."""

    NOT_STATED = NOT_STATED_TEXT


NOT_STATED: Final = NotStated.NOT_STATED


def refuse(code: str, **details: str) -> PydanticCustomError:
    """Make the error of a value that cannot be taken; ``code`` and ``details`` become a finding."""
    return PydanticCustomError(code, code, details)


def require_text(value: object) -> str:
    """Give the value without the space around it, if it is text.

    Raises:
        PydanticCustomError: ``not-a-single-value`` for a list or a mapping, ``empty-value`` for a text of nothing.
    """
    if not isinstance(value, str):
        raise refuse(_NOT_A_TEXT)
    text = require_word(value.strip())
    if not text:
        raise refuse("empty-value", key="")
    return text


def require_word(value: object) -> str:
    """Give the value as it is, if it is text: a word of a vocabulary has no space around it.

    Raises:
        PydanticCustomError: ``not-a-single-value`` for a list or a mapping, ``not-stated-not-allowed`` for that word.
    """
    if not isinstance(value, str):
        raise refuse(_NOT_A_TEXT)
    if value == NOT_STATED_TEXT:
        raise refuse("not-stated-not-allowed")
    return value


@dataclass(frozen=True, slots=True, eq=False)
class Parsed:
    """Annotation: parse text with ``parse``, publish ``schema``, write back with ``write``.

    ``schema`` describes the text that is parsed, and the number or truth that an editor's YAML makes of it. ``often``
    is how many texts are kept with what they mean, because they stand alike in many decisions; 0 where they do not.
    """

    parse: Callable[[Any], Any]
    schema: JsonSchemaValue
    write: Callable[[Any], Any] = str
    often: int = _OFTEN

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        written = core_schema.plain_serializer_function_ser_schema(self.write)
        if not self.often:
            return core_schema.no_info_plain_validator_function(self.parse, serialization=written)
        text = core_schema.custom_error_schema(
            core_schema.str_schema(strict=True), _NOT_A_TEXT, custom_error_message=_NOT_A_TEXT
        )
        return core_schema.no_info_after_validator_function(
            lru_cache(self.often)(self.parse), text, serialization=written
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return dict(self.schema)


@dataclass(frozen=True, slots=True)
class OrWord:
    """Annotation: the value, or one special word that stands for ``meaning`` in its place."""

    word: str
    meaning: Enum

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_wrap_validator_function(
            self._take,
            handler(_without(source, type(self.meaning))),
            serialization=core_schema.wrap_serializer_function_ser_schema(self._write),
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return any_of({"const": self.word}, handler(schema))

    def _take(self, value: Any, handler: core_schema.ValidatorFunctionWrapHandler) -> Any:
        return self.meaning if value == self.word else handler(value)

    def _write(self, value: Any, handler: core_schema.SerializerFunctionWrapHandler) -> Any:
        return self.word if value is self.meaning else handler(value)


def OrNotStated() -> OrWord:  # noqa: N802 - an annotation, like the classes beside it
    """Annotation: the value, or ``not_stated`` in its place."""
    return OrWord(NOT_STATED_TEXT, NOT_STATED)


@dataclass(frozen=True, slots=True)
class OneOrMany:
    """Annotation for a tuple: one value may stand alone in the place of a list of at most ``most``.

    Sweden has 290 municipalities; the limits keep every file within a second.
    """

    most: int = 500

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._listed, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        array = handler.resolve_ref_schema(handler(schema))
        array = {**array, "minItems": 1, "maxItems": self.most}
        return any_of(array["items"], array)

    def _listed(self, value: Any) -> Any:
        if not isinstance(value, list):
            return [value]
        if len(value) > self.most:
            raise refuse("too-many-items", count=str(len(value)), limit=str(self.most))
        return value


@dataclass(frozen=True, slots=True)
class OrShort:
    """Annotation for a part: a bare text in its place is the value of ``key``."""

    key: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        known: dict[str, Any] = {}

        def take(value: Any, full: core_schema.ValidatorFunctionWrapHandler) -> Any:
            """Make the part; it is frozen, so the same text gives the same one, as thousands of decisions ask."""
            if not isinstance(value, str):
                return full(value)
            if value not in known:
                if len(known) == _OFTEN:
                    known.clear()
                known[value] = full({self.key: value})
            return known[value]

        return core_schema.no_info_wrap_validator_function(take, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        part = handler(schema)
        short = handler.resolve_ref_schema(part)["properties"][self.key]
        return any_of(short, part)


def any_of(*schemas: JsonSchemaValue) -> JsonSchemaValue:
    """Make the JSON Schema of a value that one of several describes."""
    options = [option for schema in schemas for option in schema.get("anyOf", [schema])]
    return {"anyOf": [option for index, option in enumerate(options) if option not in options[:index]]}


def _without(source: Any, alternative: type) -> Any:
    """Give the type of a union without one member, so that pydantic reports errors at the value itself."""
    rest = [member for member in get_args(source) if member is not alternative]
    return Union[tuple(rest)]  # noqa: UP007 - built at run time
