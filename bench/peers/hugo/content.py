"""Writes Hugo's input: a content file for each decision, out of the open data that our own site publishes.

Hugo gets what is quick for it: JSON front matter that already holds the current facts, and names by id in one data
file. The frame of its pages is that of ours, cut out of one page, so that both write the same bytes around the facts.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import yaml

_SITE: Final = Path(__file__).parent / "site"
_NAMED: Final = ("organisations", "bodies", "sources", "themes", "municipalities")
_COUNTED: Final = frozenset({"granted", "completed", "cancelled"})
_DAY: Final = len("2026-01-01")

_BEFORE_DESCRIPTION: Final = '<meta name="description"'
_AFTER_DESCRIPTION: Final = '<link rel="icon"'
_TITLE: Final = ("<title>", "</title>")
_BEFORE_LINKED: Final = '<link rel="canonical"'
_AFTER_HEAD: Final = "</head>"
_BEFORE_FACTS: Final = '<nav class="crumbs"'
_AFTER_FACTS: Final = "</article>"


def write_input(project: Path, folder: Path) -> None:
    """Write a Hugo project of the decisions of a project of ours, whose ``site/`` is built.

    Raises:
        ValueError: if the frame of our pages cannot be told from what stands in it.
    """
    shutil.copytree(_SITE, folder)
    for name in ("assets", "_headers"):
        _copy(project / "site" / name, folder / "static" / name)
    conditions = _register(project, "conditions")
    registers = {name: {id_: entry["name"] for id_, entry in _register(project, name).items()} for name in _NAMED}
    _write_json(folder / "data/registers.json", {**registers, "conditions": conditions})
    documents = [json.loads(path.read_text("utf-8")) for path in _data_files(project)]
    titles = {document["id"]: document["current"]["title"] for document in documents}
    for document in documents:
        path = folder / f"content/beslut/{document['id']}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_content(document, conditions, titles), "utf-8")
    page = project / f"site/beslut/{documents[0]['id']}/index.html"
    for name, part in _frame(page.read_text("utf-8")).items():
        (folder / f"layouts/partials/{name}.html").write_text(part, "utf-8")


def _data_files(project: Path) -> list[Path]:
    return sorted((project / "site/api/v1/decisions").glob("*/*.json"))


def _register(project: Path, name: str) -> dict[str, Any]:
    text = (project / f"decisions/registers/{name}.yml").read_text("utf-8")
    register: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - builds text only
    return register


def _content(document: dict[str, Any], conditions: dict[str, Any], titles: dict[str, str]) -> str:
    """Give a content file: front matter as JSON, then the assessment, which is Markdown."""
    original, current = document["original"], document["current"]
    year = document["id"].partition("/")[0]
    now = {key: value for key, value in current.items() if key not in {"rationale", "amendments"}}
    if "total_budget" in now:
        now["total_budget"] = int(str(now["total_budget"]).removeprefix("drygt "))
    grant = current.get("grant", {})
    place = current.get("location", {})
    front = {
        "title": current["title"],
        "description": current["summary"],
        "date": _sortable(document),
        "id": document["id"],
        "as_of": document["as_of"],
        "funder": document["funder"],
        "mottagare": _ids(current.get("recipient")),
        "finansiering": [source["source"] for source in grant.get("sources", ())],
        "namnd": _ids(current["decision"]["body"]),
        "kommun": place.get("municipalities", []) if isinstance(place, dict) else [],
        "tema": current.get("themes", []),
        "villkor": list(dict.fromkeys(_types(current.get("conditions", ()), conditions))),
        "ar": [year],
        "year": year,
        "granted": grant.get("amount") if current["status"] in _COUNTED and _is_known(grant) else None,
        "now": now,
        "first": original if original["title"] != current["title"] or original.get("grant") != grant else None,
        "amendments": original.get("amendments"),
        "kin": [{"id": id_, "title": titles[id_]} for id_ in _kin(current)],
    }
    stated = {key: value for key, value in front.items() if value not in (None, [])}
    return f"{json.dumps(stated, ensure_ascii=False)}\n\n{current.get('rationale', '')}\n"


def _is_known(grant: dict[str, Any]) -> bool:
    return isinstance(grant.get("amount"), int)


def _sortable(document: dict[str, Any]) -> str:
    decision = document["current"]["decision"]
    day: str = decision.get("date", "")
    return day if len(day) == _DAY else f"{document['id'].partition('/')[0]}-01-01"


def _ids(value: list[str] | str | None) -> list[str]:
    return value if isinstance(value, list) else []


def _types(given: Iterable[dict[str, Any]], conditions: dict[str, Any]) -> Iterator[str]:
    for condition in given:
        yield conditions[condition["standard"]]["type"] if "standard" in condition else condition["type"]


def _kin(current: dict[str, Any]) -> Iterator[str]:
    yield from current.get("related", ())
    yield from (current[key] for key in ("continues", "within") if key in current)


def _frame(page: str) -> dict[str, str]:
    """Cut our page into what stands around its own facts; links lead from the root."""
    start, _, rest = page.partition(_BEFORE_DESCRIPTION)
    head, _, rest = rest[rest.find(_AFTER_DESCRIPTION) :].partition(_BEFORE_LINKED)
    title_start, title_end = head.find(_TITLE[0]), head.find(_TITLE[1]) + len(_TITLE[1])
    body, _, rest = rest[rest.find(_AFTER_HEAD) + len(_AFTER_HEAD) :].partition(_BEFORE_FACTS)
    end = rest.rpartition(_AFTER_FACTS)[2]
    if title_start < 0 or not end or "{{" in page:
        raise ValueError("the frame of our pages is no longer where it was: see bench/peers/hugo/content.py")
    parts = {
        "frame-start": start,
        "frame-head": head[:title_start] + head[title_end:],
        "frame-body": body,
        "frame-end": _AFTER_FACTS + end,
    }
    return {name: part.replace('"../../../', '"/') for name, part in parts.items()}


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target)
    elif source.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
