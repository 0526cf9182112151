"""The shapes of a decision file as JSON Schema (draft-07), without words: from the same types that validate it."""

from __future__ import annotations

from typing import Any, Final

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from funding.model.decision import Decision
from funding.model.parsing import any_of

DEFINITIONS: Final = "definitions"


class _FileSchema(GenerateJsonSchema):
    """No null, because what is absent has no key; no titles made of names; no docstrings, which are for programmers."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        if schema.get("default") is None:
            return self.generate_inner(schema["schema"])
        return super().default_schema(schema)

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        return _of_keys(super().model_schema(schema))

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> JsonSchemaValue:
        return _of_keys(super().dataclass_schema(schema))

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        made = super().dict_schema(schema)
        return {**made, "additionalProperties": False, "minProperties": 1} if "patternProperties" in made else made

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        return any_of(*(self.generate_inner(choice) for choice in schema["choices"].values()))

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - the signature is the generator's
        return False


def _of_keys(made: JsonSchemaValue) -> JsonSchemaValue:
    return {**{key: value for key, value in made.items() if key not in {"title", "description"}}, "minProperties": 1}


def decision_shapes() -> JsonSchemaValue:
    """Give the schema of a whole file, its parts under ``definitions``."""
    ref = f"#/{DEFINITIONS}/{{model}}"
    made = TypeAdapter(Decision).json_schema(by_alias=True, ref_template=ref, schema_generator=_FileSchema)
    definitions = made.pop("$defs")
    return {**made, DEFINITIONS: definitions}
