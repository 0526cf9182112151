"""What yaml-language-server reads in a schema beside draft-07, so that editors speak the editor's language.

``errorMessage`` stands in the place of its own English words, ``enumDescriptions`` beside each word of a list, and
``defaultSnippets`` keep it from writing an example as if it were the value. Other programs pass over all three.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from funding.labels import Words
from funding.model import vocabulary
from funding.model.parsing import INTERNAL
from funding.model.texts import VOCABULARY

Schema: TypeAlias = dict[str, Any]

NOTHING_WRITTEN: Final[list[Schema]] = [{"body": {}}]
"""The snippets of a key: nothing but its colon. With no snippet its only example would be written there."""
_JUDGING: Final = frozenset({"type", "enum", "const", "pattern", "items"})


def spoken(shape: Any, path: str, words: Words) -> Any:
    """Give the shape of a key's value with words for everything that can be wrong with it."""
    if isinstance(shape, list):
        return [spoken(inner, path, words) for inner in shape]
    if not isinstance(shape, dict):
        return shape
    found = {key: spoken(inner, path, words) for key, inner in shape.items() if key != VOCABULARY}
    if VOCABULARY in shape:
        labels = {member.value: words.value(member) for member in getattr(vocabulary, shape[VOCABULARY])}
        return {**found, "enumDescriptions": list(labels.values()), "errorMessage": _one_of(path, labels, words)}
    if "anyOf" in found:
        found["anyOf"] = _told_apart(found["anyOf"], words.field(path))
    return {**found, "errorMessage": _wrong(path, words)} if _JUDGING & shape.keys() else found


def missing(key: str, path: str, words: Words) -> Schema:
    """Say that a key must be there, and that it is missing where it is not."""
    return {"required": [key], "errorMessage": words.text("schema.missing", name=key, label=words.field(path))}


def about_keys(part: Schema, words: Words) -> str:
    """Say which keys a part of a file may hold, and which it needs."""
    known = ", ".join(key for key in part["properties"] if not key.startswith(INTERNAL))
    needed = ", ".join(part.get("required", ()))
    return words.text("schema.keys_needed" if needed else "schema.keys", known=known, needed=needed)


def _told_apart(choices: Sequence[Schema], label: str) -> list[Schema]:
    """Give the first of several forms the key's label: among forms without titles the server takes all for met."""
    first, *others = choices
    return [first if "$ref" in first else {"title": label, **first}, *others]


def _one_of(path: str, labels: Mapping[str, str], words: Words) -> str:
    known = ", ".join(words.text("schema.word", word=word, label=label) for word, label in labels.items())
    return words.text("schema.one_of", label=words.field(path), words=known)


def _wrong(path: str, words: Words) -> str:
    label, description, example = words.field(path), words.describe(path), words.example(path)
    if isinstance(example, str):
        return words.text("schema.wrong_like", label=label, description=description, example=example)
    return words.text("schema.wrong", label=label, description=description)
