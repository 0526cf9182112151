"""Where the facts of a project stand: its decisions and registers in their long form, and ways through them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from funding.model.decision import Decision
from funding.model.registers import ENTRY_TYPES
from funding.source import Tree, list_files, load_texts, read_document

ROOT = Path(__file__).resolve().parents[2]
TABLE = load_texts(Path(__file__).with_name("facts.yml"))
REGISTER_OF_KEY = {
    "recipient": "organisations",
    "partners": "organisations",
    "organisation": "organisations",
    "unit_of": "organisations",
    "body": "bodies",
    "source": "sources",
    "standard": "conditions",
    "terms": "terms",
}


@dataclass(frozen=True)
class Project:
    """The decisions and registers of one project in their long form, and its own organisation."""

    own: str
    trees: dict[str, Tree]
    registers: dict[str, dict[str, Any]]

    def decision(self, record: str) -> dict[str, Any]:
        """Give a decision as the model understands it."""
        return long_form(self.trees[record])

    def entry(self, key: str, name: str) -> dict[str, Any]:
        """Give the register entry that an id under a key points at."""
        if key == "financier":
            register = "organisations" if name in self.registers["organisations"] else "sources"
        else:
            register = REGISTER_OF_KEY[key]
        default = {"organisation": self.own} if register == "bodies" else {}
        entry: dict[str, Any] = default | self.registers[register][name]
        return entry


def long_form(tree: Tree) -> dict[str, Any]:
    return Decision.model_validate(tree).model_dump(mode="json", by_alias=True, exclude_none=True)


@cache
def project(name: str) -> Project:
    where = TABLE["projects"][name]
    root = ROOT / where["folder"]
    trees: dict[str, Tree] = {}
    registers: dict[str, dict[str, Any]] = {register: {} for register in ENTRY_TYPES}
    folder = list_files(root, "decisions")
    assert not folder.findings
    for file in folder.files:
        document = read_document(root, file)
        assert not document.findings
        if file.id:
            trees[file.id] = document.tree
        elif file.register:
            kind = ENTRY_TYPES[file.register]
            for key, entry in (document.tree or {}).items():
                registers[file.register][key] = kind.model_validate(entry).model_dump(mode="json", exclude_none=True)
    return Project(where["organisation"], trees, registers)


def leaves(tree: Tree, way: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(tree, str):
        yield way, tree
        return
    for key, child in tree.items() if isinstance(tree, dict) else enumerate(tree):
        yield from leaves(child, f"{way}.{key}" if way else str(key))


def walk(tree: Any, way: str) -> Any:
    """Follow a way; a key may itself have dots, as in ``set``. Absent and not stated are ``None``."""
    if not way:
        return None if tree == "not_stated" else tree
    steps = way.split(".")
    if isinstance(tree, list):
        return walk(tree[int(steps[0])], ".".join(steps[1:])) if int(steps[0]) < len(tree) else None
    if isinstance(tree, dict):
        for taken in range(len(steps), 0, -1):
            key = ".".join(steps[:taken])
            if key in tree:
                return walk(tree[key], ".".join(steps[taken:]))
    return None


def last_key(way: str) -> str:
    return next(step for step in reversed(way.split(".")) if not step.isdigit())


def find(known: Project, decision: dict[str, Any], way: str) -> Any:
    """Give what stands at a place; ``names`` gives all names of an organisation, body or source."""
    first, *hops = way.split(" > ")
    value = walk(decision, first)
    key = last_key(first)
    for hop in hops:
        if value is None:
            return None
        entry = known.entry(key, value)
        if hop == "names":
            former = [name["name"] for name in entry.get("former_names", [])]
            return (entry["name"], *entry.get("aliases", []), *former)
        value, key = walk(entry, hop), last_key(hop)
    return value


def agrees(fact: str, value: Any, *, in_register: bool) -> bool:
    if isinstance(value, dict):
        return bool(value["date"] == fact)
    if isinstance(value, tuple):
        return fact.casefold() in {name.casefold() for name in value}
    if value is None or isinstance(value, bool):
        return fact == {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int | float):
        return bool(re.fullmatch(r"\d+(\.\d+)?", fact)) and Decimal(fact) == Decimal(str(value))
    text = re.sub(r"^(?:ca|drygt|knappt) (?=\d+$)", "", value)
    return text.casefold() == fact.casefold() if in_register else text == fact
