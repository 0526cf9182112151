"""Writes whole projects for the tests: the project's own pages and settings with other decisions."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]

MUNICIPALITY = "1880"


@dataclass(frozen=True, slots=True)
class Wording:
    """What stands in every plain text of one decision and its register entries, and in every Markdown text."""

    plain: str
    prose: str


def copy_project(source: Path, target: Path, address: str, decisions: Path | None = None) -> None:
    """Copy a project's settings, pages and decisions (or other decisions) and give it another address."""
    shutil.copytree(source / "docs", target / "docs")
    shutil.copytree(decisions or source / "decisions", target / "decisions")
    shutil.copyfile(source / "mkdocs.yml", target / "inherited.yml")
    (target / "mkdocs.yml").write_text(f"INHERIT: inherited.yml\nsite_url: {address}\n", "utf-8")


def own_organisation() -> str:
    """Give the id of the site's own organisation, as the project's settings name it."""
    found = re.search(r"^\s+organisation: (\S+)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    if found is None:
        raise ValueError("mkdocs.yml names no organisation")
    return found[1]


def write_decisions(folder: Path, wordings: list[Wording], items: int) -> None:
    """Write one granted decision for each wording, which stands in every text that the format has.

    The first ``items`` wordings each have a recipient, body, source, theme, standard condition and terms of their
    own, the others use those in turn; the site's own organisation and the first recipient are partners of all.
    JSON is YAML, so that no wording needs other quoting.
    """
    registers: dict[str, dict[str, Any]] = {
        "organisations": {own_organisation(): {"name": "Regionen", "type": "region"}},
        "bodies": {},
        "sources": {},
        "terms": {},
        "conditions": {},
        "themes": {},
        "municipalities": {MUNICIPALITY: {"name": wordings[0].plain, "county": wordings[0].plain}},
    }
    (folder / "2024").mkdir(parents=True)
    for number, wording in enumerate(wordings[:items]):
        _enter(registers, number, wording)
    for number, wording in enumerate(wordings):
        text = json.dumps(_decision(number, number % items, wording), ensure_ascii=False, indent=1)
        (folder / f"2024/projekt-{number}.yml").write_text(text + "\n", "utf-8")
    (folder / "registers").mkdir()
    for name, entries in registers.items():
        text = json.dumps(entries, ensure_ascii=False, indent=1)
        (folder / f"registers/{name}.yml").write_text(text + "\n", "utf-8")


def _enter(registers: dict[str, dict[str, Any]], number: int, wording: Wording) -> None:
    plain, prose = wording.plain, wording.prose
    former = [{"name": f"{plain} {number}", "until": "2019-12-31"}]
    registers["organisations"][f"mottagare-{number}"] = {
        "name": f"{plain} {number}",
        "former_names": former,
        "aliases": [plain],
    }
    registers["bodies"][f"namnd-{number}"] = {"name": f"{plain} {number}", "type": "board"}
    registers["sources"][f"medel-{number}"] = {"name": f"{plain} {number}", "kind": "state", "former_names": former}
    registers["terms"][f"villkor-{number}"] = {
        "title": plain,
        "adopted": "2019-11-05",
        "url": "https://kalla.example/v",
    }
    registers["conditions"][f"standard-{number}"] = {"type": "visibility", "text": prose, "terms": f"villkor-{number}"}
    registers["themes"][f"tema-{number}"] = {"name": f"{plain} {number}"}


def _decision(number: int, item: int, wording: Wording) -> dict[str, Any]:
    plain, prose = wording.plain, wording.prose
    return {
        "title": plain,
        "status": "granted",
        "summary": plain,
        "references": [plain],
        "recipient": f"mottagare-{item}",
        "partners": [own_organisation(), *(["mottagare-0"] if item else [])],
        "also_called": [plain],
        "decision": {"body": f"namnd-{item}", "date": "2024-03-06", "paragraph": plain},
        "grant": {
            "amount": 100_000 + number,
            "ceiling": True,
            "shares": [{"percent": 50, "of": "booked_costs", "as_printed": plain}],
            "sources": f"medel-{item}",
        },
        "total_budget": 2 * (100_000 + number),
        "financing": [{"financier": "mottagare-0", "amount": 1_000, "status": "confirmed"}],
        "period": {"start": "2024-04-01", "end": "2025-12-31"},
        "conditions": [
            f"standard-{item}",
            {"type": "other", "text": prose},
            {"type": "general_terms", "terms": f"villkor-{item}", "text": prose},
        ],
        "themes": [f"tema-{item}"],
        "location": {"municipalities": [MUNICIPALITY]},
        "rationale": prose,
        "economy": prose,
        "impact": {"environment": prose, "children": prose, "gender_equality": prose},
        "documents": [{"title": plain, "date": "2024-02-01", "url": "https://kalla.example/dokument"}],
        "outcome": prose,
        "legal_basis": [plain],
        "amendments": [
            {
                "date": "2024-06-01",
                "kind": "scope",
                "paragraph": plain,
                "reason": prose,
                "documents": [{"title": plain, "url": "https://kalla.example/andring"}],
            }
        ],
        "corrections": [{"date": "2024-07-01", "field": "summary", "was": prose, "reason": plain}],
        "source_url": "https://kalla.example/kalla",
        "remarks": plain,
    }
