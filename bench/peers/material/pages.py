"""A hook of MkDocs that makes a Markdown page of each decision, as a site without a plugin of its own would.

MkDocs reads it from its configuration (``hooks``). No item pages, no lists, no data files, no checks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for each data file of the site that lies beside the configuration."""
    data = Path(config.config_file_path).parent / "data"
    for path in sorted(data.glob("*/*.json")):
        document = json.loads(path.read_text("utf-8"))
        content = "\n".join(_lines(document["current"]))
        name = f"beslut/{document['id']}.md"
        files.append(File.generated(config, name, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def _lines(facts: dict[str, Any]) -> Iterator[str]:
    yield f"---\ntitle: {json.dumps(facts['title'])}\ndescription: {json.dumps(facts['summary'])}\n---\n"
    yield f"# {facts['title']}\n\n{facts['summary']}\n"
    for name in ("recipient", "partners", "decision", "grant", "applied_amount", "total_budget", "financing", "period"):
        if name in facts:
            yield from _table(name, facts[name])
    yield "## Villkor\n"
    yield from (f"1. {condition.get('text', condition.get('standard'))}" for condition in facts["conditions"])
    yield f"\n## Bedömning\n\n{facts.get('rationale', '')}\n"
    for name in ("economy", "outcome", "remarks"):
        if name in facts:
            yield f"## {name}\n\n{facts[name]}\n"
    for name in ("impact", "documents", "reports", "payments"):
        if name in facts:
            yield from _table(name, facts[name])


def _table(name: str, value: object) -> Iterator[str]:
    """Give a value as a table with a row for each of its parts."""
    rows = (
        list(value.items())
        if isinstance(value, dict)
        else list(enumerate(value if isinstance(value, list) else [value]))
    )
    yield f"## {name}\n\n| Uppgift | Värde |\n| --- | --- |"
    yield from (f"| {key} | {_plain(part)} |" for key, part in rows)
    yield ""


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(_plain(part) for part in value.values())
    if isinstance(value, list):
        return "; ".join(_plain(part) for part in value)
    return str(value).replace("\n", " ")
