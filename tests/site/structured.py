"""Checks JSON-LD against schema.org's own types: names, which property belongs to which type, and what it may hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CONTEXT = "https://schema.org"
PREFIX = f"{CONTEXT}/"
DAY = r"\d{4}(-\d\d(-\d\d)?)?"
TEXT_FORMS = {
    "Text": r"(?s).+",
    "URL": r"(https?|mailto):\S+",
    "Date": DAY,
    "DateTime": rf"{DAY}T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)",
    "Time": r"\d\d:\d\d(:\d\d)?",
}
NUMBERS = frozenset({"Number", "Integer", "Float"})


@dataclass(frozen=True, slots=True)
class SchemaOrg:
    """The vocabulary: each type's parents, each property's domain and range, each enumeration member's classes."""

    types: dict[str, dict[str, Any]]
    properties: dict[str, dict[str, list[str]]]
    members: dict[str, list[str]]

    def lineage(self, name: str) -> set[str]:
        """Give a type and everything that it is too."""
        parents = (self.lineage(parent) for parent in self.types[name]["super"])
        return {name, "Thing"}.union(*parents)

    def faults(self, block: str) -> list[str]:
        """Give one line for each thing in a JSON-LD block that schema.org does not know or does not allow there."""
        data = json.loads(block)
        nodes = data.pop("@graph", None)
        context = data.pop("@context", None)
        faults = [] if context in {CONTEXT, PREFIX} else [f"@context is {context}"]
        for node in [data] if nodes is None else nodes:
            faults += self._node(node)
        return faults

    def _node(self, node: dict[str, Any]) -> Iterator[str]:
        given = node.get("@type")
        names: list[Any] = given if isinstance(given, list) else [given]
        unknown = [name for name in names if name not in self.types]
        if unknown:
            yield f"@type {unknown} is unknown"
            return
        lineage = set().union(*(self.lineage(name) for name in names))
        for key, value in node.items():
            if key in {"@id", "@type"}:
                continue
            known = self.properties.get(key)
            if known is None:
                yield f"{given}.{key} is unknown"
            elif lineage.isdisjoint(known["domain"]):
                yield f"{given}.{key} belongs to {known['domain']}"
            else:
                for item in value if isinstance(value, list) else [value]:
                    yield from self._value(f"{given}.{key}", set(known["range"]), item)

    def _value(self, where: str, allowed: set[str], value: object) -> Iterator[str]:
        if isinstance(value, dict):
            yield from self._nested(where, allowed, value)
        elif not self._fits(allowed, value):
            yield f"{where}: {value!r} is none of {sorted(allowed)}"

    def _nested(self, where: str, allowed: set[str], value: dict[str, Any]) -> Iterator[str]:
        if set(value) == {"@id"}:
            member = value["@id"].removeprefix(PREFIX)
            if member != value["@id"] and allowed.isdisjoint(self.members.get(member, [])):
                yield f"{where}: {value['@id']} is none of {sorted(allowed)}"
            return
        yield from (f"{where} > {fault}" for fault in self._node(value))
        if value.get("@type") in self.types and allowed.isdisjoint(self.lineage(value["@type"])):
            yield f"{where}: {value['@type']} is none of {sorted(allowed)}"

    def _fits(self, allowed: set[str], value: object) -> bool:
        if isinstance(value, bool):
            return "Boolean" in allowed
        if isinstance(value, int | float):
            return not allowed.isdisjoint(NUMBERS)
        forms = [TEXT_FORMS[name] for name in allowed if name in TEXT_FORMS]
        return isinstance(value, str) and any(re.fullmatch(form, value) for form in forms)


def load_schema_org(file: Path) -> SchemaOrg:
    """Read the vocabulary from the slim file beside the project (``standards/schemaorg``)."""
    data = json.loads(file.read_text("utf-8"))
    return SchemaOrg(data["types"], data["properties"], data["enumMembers"])
