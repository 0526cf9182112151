"""Counts granted money a second time, straight from the files, in the plainest way that can be written."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

COUNTED = {"granted", "completed", "cancelled"}


@dataclass
class Count:
    """How many decisions, and how many whole kronor."""

    count: int = 0
    granted_sum: int = 0


def load(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - the base loader makes text only


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value in (None, "not_stated") else [value]


def kronor(text: str) -> int:
    return int(re.sub("[^0-9-]", "", text.replace("\u2212", "-")))


def amount(tree: dict[str, Any]) -> int | None:
    """Give today's amount: the last one that stands, each change added, what is voided left out."""
    granted = [one for one in listed(tree.get("amendments")) if one.get("status", "granted") == "granted"]
    voided = {one["voids"] for one in granted if "voids" in one}
    grant = tree.get("grant", {})
    parts = [part.get("amount") for part in listed(grant.get("parts"))]
    stated = grant.get("amount", "+".join(parts) if parts and all(parts) else "not_stated")
    found = None if stated == "not_stated" else sum(map(kronor, stated.split("+")))
    for one in granted:
        if one.get("id") in voided or one.get("date") in voided:
            continue
        changed = one.get("set", {}).get("grant.amount")
        if changed:
            found = None if changed == "not_stated" else kronor(changed)
        elif "change" in one and found is not None:
            found += kronor(one["change"])
    return found


def in_kronor(tree: dict[str, Any]) -> int:
    """Give what a decision adds to a sum of granted kronor."""
    counted = tree["status"] in COUNTED and tree.get("kind") != "framework"
    return (amount(tree) or 0) if counted and tree.get("grant", {}).get("currency", "SEK") == "SEK" else 0


def today(tree: dict[str, Any], key: str) -> Any:
    """Give a value as the granted later decisions leave it; enough where none is voided."""
    found: Any = tree
    for part in key.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    for one in listed(tree.get("amendments")):
        if one.get("status", "granted") == "granted":
            found = one.get("set", {}).get(key, found)
    return found


def year(id_: str, tree: dict[str, Any]) -> str:
    day = tree["decision"].get("date") or tree["decision"].get("meeting_date")
    return id_[:4] if not isinstance(day, str) or day == "not_stated" else day[:4]


def keys(id_: str, tree: dict[str, Any], facet: str) -> list[str]:
    sources = listed(today(tree, "grant.sources"))
    found: dict[str, list[Any]] = {
        "status": [tree["status"]],
        "year": [year(id_, tree)],
        "source": [one["source"] if isinstance(one, dict) else one for one in sources],
        "body": listed(tree["decision"]["body"]),
        "recipient": listed(today(tree, "recipient")),
        "municipality": listed(tree.get("location", {}).get("municipalities")),
        "themes": listed(tree.get("themes")),
    }
    return [*dict.fromkeys(found[facet])] or ["none"]


def trees(decisions: Path) -> dict[str, dict[str, Any]]:
    """Give every published decision by its id."""
    files = sorted(path for path in decisions.glob("*/*.yml") if path.parent.name != "registers")
    found = {f"{path.parent.name}/{path.stem}": load(path) for path in files}
    return {id_: tree for id_, tree in found.items() if tree["status"] != "draft"}


def counted(decisions: Path, facet: str) -> dict[str, Count]:
    """Give count and sum for each value of a facet; ``none`` where it is not stated."""
    found: dict[str, Count] = defaultdict(Count)
    for id_, tree in trees(decisions).items():
        for key in keys(id_, tree, facet):
            found[key].count += 1
            found[key].granted_sum += in_kronor(tree)
    return dict(found)
