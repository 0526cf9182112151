"""Problems as GitLab's Code Quality report, which a merge request shows beside its lines.

Source: GitLab Docs, "Code Quality report format": one JSON list; a finding is new or gone by its fingerprint.
"""

from __future__ import annotations

import json
from typing import Any, Final

from funding.check import Checked
from funding.labels import Words
from funding.problem import Problem, Severity
from funding.reporters.fingerprint import with_fingerprints
from funding.reporters.telling import told

_SEVERITIES: Final = {Severity.ERROR: "blocker", Severity.WARNING: "major", Severity.NOTE: "info"}


def report(checked: Checked, words: Words) -> str:
    """Write the list of problems; the form knows lines but no columns."""
    found = [_finding(problem, known_by, words) for problem, known_by in with_fingerprints(checked)]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _finding(problem: Problem, fingerprint: str, words: Words) -> dict[str, Any]:
    return {
        "description": told(problem, words, between=" "),
        "check_name": problem.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[problem.severity],
        "location": {"path": problem.path, "lines": {"begin": problem.line, "end": problem.end_line}},
    }
