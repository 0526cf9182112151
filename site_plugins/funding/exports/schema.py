"""The JSON Schema of a decision file (draft-07), for editors: shapes from the model, words from the locales."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from funding.exports.editing import NOTHING_WRITTEN, Schema, about_keys, missing, spoken
from funding.labels import Words
from funding.model.decision import Decision
from funding.model.json_schema import DEFINITIONS, decision_shapes
from funding.model.keys import all_keys
from funding.model.later import ITEM_FAMILIES, Changes, PartChange
from funding.model.vocabulary import Kind, Status

_DRAFT_07: Final = "http://json-schema.org/draft-07/schema#"
_OF_A_PART: Final = "grant.parts"
_ABOUT_ITEMS: Final = dict(
    zip(ITEM_FAMILIES, ("grant.per_year", "grant.sources.amount", _OF_A_PART, "conditions"), strict=True)
)
"""The key whose words tell what a single item of ``set`` is."""


def schema_text(words: Words) -> str:
    """Write the schema as it stands in ``schema/decision.schema.json``."""
    return json.dumps(decision_schema(words), ensure_ascii=False, indent=2) + "\n"


def decision_schema(words: Words) -> Schema:
    """Make the schema of a decision file with titles, descriptions and examples in one language.

    A draft and a tombstone may lack what other files must have. draft-07 reads nothing beside a ``$ref``, so a
    reference with words of its own stands inside ``allOf``.
    """
    shapes = decision_shapes()
    parts = {Decision.__name__: shapes, **shapes.pop(DEFINITIONS)}
    facts = parts["DecisionFacts"]
    required, required_facts = shapes.pop("required"), facts.pop("required")
    paths = _paths()
    told = {name: _told(name, part, paths, words) for name, part in parts.items()}
    root = told.pop(Decision.__name__)
    told[Changes.__name__] = _with_items(told[Changes.__name__], words)
    return {
        "$schema": _DRAFT_07,
        "title": words.field("decision"),
        **root,
        **_unless_incomplete(required, required_facts, words),
        DEFINITIONS: told,
    }


def _unless_incomplete(required: list[str], required_facts: list[str], words: Words) -> Schema:
    """Say what a file must hold unless it is a draft or a tombstone; only a framework may lack a recipient."""
    draft = {"properties": {"status": {"const": Status.DRAFT}}, "required": ["status"]}
    tombstone = {"properties": {"publication": {"required": ["removed"]}}, "required": ["publication"]}
    framework = {"properties": {"kind": {"const": Kind.FRAMEWORK}}, "required": ["kind"]}
    facts = [missing(key, f"decision.{key}", words) for key in required_facts]
    whole = {
        "properties": {"decision": {"allOf": facts}},
        "allOf": [missing(key, key, words) for key in required],
        "if": {"not": framework},
        "then": missing("recipient", "recipient", words),
    }
    return {"if": {"not": {"anyOf": [draft, tombstone]}}, "then": whole}


def _paths() -> Mapping[tuple[str, str], str]:
    """Give the path of every key by the name of its part and its own."""
    return {(key.part.__name__, key.name): key.path for key in all_keys()}


def _told(name: str, part: Schema, paths: Mapping[tuple[str, str], str], words: Words) -> Schema:
    """Give a part with words at each of its keys."""

    def path(key: str) -> str:
        if name == Changes.__name__:
            return _ABOUT_ITEMS.get(key, key)
        return f"{_OF_A_PART}.{key}" if name == PartChange.__name__ else paths[name, key]

    properties = {key: _key(inner, path(key), words) for key, inner in part["properties"].items()}
    return {**part, "properties": properties, "errorMessage": about_keys(part, words)}


def _key(schema: Schema, path: str, words: Words) -> Schema:
    shape = spoken(schema, path, words)
    if "$ref" in shape:
        shape = {"allOf": [shape]}
    return {
        "title": words.field(path),
        "description": words.describe(path),
        **shape,
        "examples": [_typed(words.example(path))],
        "defaultSnippets": NOTHING_WRITTEN,
    }


def _typed(example: Any) -> Any:
    """Give an example as an editor's YAML reads it: true and false are no texts there."""
    if isinstance(example, list):
        return [_typed(item) for item in example]
    if isinstance(example, dict):
        return {key: _typed(value) for key, value in example.items()}
    return {"true": True, "false": False}.get(example, example)


def _with_items(changes: Schema, words: Words) -> Schema:
    """Give what ``set`` may hold: its paths, and by their patterns the paths of single items."""
    properties = changes["properties"]
    items = {f"^{form}$": _item(properties[name], name, words) for name, form in ITEM_FAMILIES.items()}
    whole = {path: schema for path, schema in properties.items() if path not in ITEM_FAMILIES}
    return {**changes, "properties": whole, "patternProperties": items}


def _item(family: Schema, name: str, words: Words) -> Schema:
    path = _ABOUT_ITEMS[name]
    return {"title": words.field(path), "description": words.describe(path), **family["additionalProperties"]}
