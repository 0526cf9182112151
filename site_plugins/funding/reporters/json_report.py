"""Problems as JSON for programs; the form is a contract and has a version."""

from __future__ import annotations

import json
from typing import Any, Final

from funding.check import Checked
from funding.labels import Words
from funding.problem import Problem, Severity

VERSION: Final = 1


def report(checked: Checked, words: Words) -> str:  # noqa: ARG001 - every reporter is given the same
    """Write one JSON object: version, files, counts by severity, problems sorted by place.

    Lines and columns count from 1 in code points; the end is exclusive.
    """
    found = {
        "version": VERSION,
        "files": checked.files,
        "counts": {severity.value: checked.count(severity) for severity in Severity},
        "problems": [_entry(problem) for problem in checked.problems],
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _entry(problem: Problem) -> dict[str, Any]:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "end_line": problem.end_line,
        "end_column": problem.end_column,
        "severity": problem.severity.value,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "url": problem.url,
    }
