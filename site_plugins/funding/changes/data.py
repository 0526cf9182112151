"""The same changes as JSON for programs; the form is a contract and has a version."""

from __future__ import annotations

import json
from typing import Any, Final

from funding.changes.affected import affected_pages
from funding.changes.fields import FieldChange
from funding.changes.gathering import Changes, DecisionChange
from funding.changes.registers import EntryChange
from funding.changes.totals import SumChange
from funding.check.wording import worded
from funding.labels import Words
from funding.personal import redact, redact_path
from funding.problem import Problem
from funding.register import Total

VERSION: Final = 1


def data(changes: Changes, words: Words) -> str:
    """Write one JSON object; values are in the long form, ``null`` where a key is absent, and no personal data.

    Amounts are whole kronor. Everything is there, however much it is.
    """
    sides = changes.sides
    root = sides.revision.root
    new, _ = worded(changes.found.new, sides.now.reading, root, words)
    mended, _ = worded(changes.found.mended, sides.then.reading, root, words)
    written = {
        "version": VERSION,
        "revision": {"name": sides.revision.name, "commit": sides.revision.commit},
        "as_of": sides.today.isoformat(),
        "decisions": [_decision(change) for change in changes.decisions],
        "registers": [_entry(entry) for entry in changes.entries],
        "settings": [_field(change) for change in changes.settings],
        "form_only": [redact_path(path) for path in changes.form_only],
        "sums": [_sum(change) for change in changes.sums],
        "problems": {"new": [_problem(one) for one in new], "mended": [_problem(one) for one in mended]},
        "remarks": [
            {"code": remark.code, "id": redact_path(remark.id), "details": dict(remark.details)}
            for remark in changes.remarks
        ],
        "pages": {kind.value: pages for kind, pages in affected_pages(changes).items()},
    }
    return json.dumps(_clean(written), ensure_ascii=False, indent=2) + "\n"


def _decision(change: DecisionChange) -> dict[str, Any]:
    version = change.now or change.then
    return {
        "id": redact_path(change.id),
        "was_id": redact_path(change.was_id) if change.was_id else None,
        "path": redact_path(version.path) if version else None,
        "title": change.title,
        "what": [what.value for what in change.what],
        "fields": [_field(field) for field in change.fields],
    }


def _entry(entry: EntryChange) -> dict[str, Any]:
    return {
        "register": entry.register.value,
        "id": entry.id,
        "what": "created" if entry.created else "removed" if entry.removed else "changed",
        "decisions": entry.decisions,
        "fields": [_field(field) for field in entry.fields],
    }


def _field(change: FieldChange) -> dict[str, Any]:
    return {"field": change.path, "old": change.old, "new": change.new}


def _sum(change: SumChange) -> dict[str, Any]:
    return {
        "ours": change.ours,
        "of": change.selection.value,
        "name": change.name,
        "then": _total(change.then),
        "now": _total(change.now),
    }


def _total(amount: Total) -> dict[str, Any]:
    return {
        "granted": amount.granted,
        "without_amount": amount.without_amount,
        "approximate": amount.approximate,
        "foreign": amount.foreign,
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "path": problem.path,
        "line": problem.line,
        "severity": problem.severity.value,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
    }


def _clean(value: Any) -> Any:
    """Hide personal data in every text."""
    if isinstance(value, dict):
        return {redact(key): _clean(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_clean(inner) for inner in value]
    return redact(value) if isinstance(value, str) else value
