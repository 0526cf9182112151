"""Problems as SARIF 2.1.0 (OASIS), which editors and code scanning services read.

Columns are counted in UTF-16 code units, and the report says so: that is what readers written for .NET and JavaScript
count when they do not look.
"""

from __future__ import annotations

import json
from typing import Any, Final
from urllib.parse import quote

from funding.catalogue import Catalogue
from funding.check import Checked
from funding.labels import Words
from funding.problem import Problem, Severity
from funding.reporters.fingerprint import with_fingerprints
from funding.reporters.telling import told

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_ROOT: Final = "%SRCROOT%"
_BEYOND: Final = "\uffff"


def report(checked: Checked, words: Words) -> str:
    """Write one log with one run: the rules that were broken, and every problem with its region."""
    urls = {problem.code: problem.url for problem in checked.problems}
    codes = sorted(urls)
    catalogue = Catalogue(words)
    lines = {path: text.split("\n") for path, text in checked.texts.items()}
    run = {
        "tool": {"driver": {"name": "funding", "rules": [_rule(code, urls[code], catalogue) for code in codes]}},
        "invocations": [{"executionSuccessful": True}],
        "language": words.lang,
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {_ROOT: {"description": {"text": words.text("report.project")}}},
        "results": [
            {
                "ruleId": problem.code,
                "ruleIndex": codes.index(problem.code),
                "level": _LEVELS[problem.severity],
                "message": {"text": told(problem, words)},
                "locations": [_location(problem, lines.get(problem.path, []))],
                "partialFingerprints": {"problemLine/v1": fingerprint},
            }
            for problem, fingerprint in with_fingerprints(checked)
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, url: str | None, catalogue: Catalogue) -> dict[str, Any]:
    told = catalogue.told(code)
    rule: dict[str, Any] = {
        "id": code,
        "shortDescription": {"text": f"{told.title}."},
        "fullDescription": {"text": told.why},
        "help": {"text": "\n\n".join(text for text in (told.why, told.mend, told.law) if text)},
    }
    return {**rule, "helpUri": url} if url else rule


def _location(problem: Problem, lines: list[str]) -> dict[str, Any]:
    uri = quote(problem.path, errors="surrogateescape")
    region = {
        "startLine": problem.line,
        "startColumn": _in_utf16(lines, problem.line, problem.column),
        "endLine": problem.end_line,
        "endColumn": _in_utf16(lines, problem.end_line, problem.end_column),
    }
    return {"physicalLocation": {"artifactLocation": {"uri": uri, "uriBaseId": _ROOT}, "region": region}}


def _in_utf16(lines: list[str], line: int, column: int) -> int:
    """Turn a column of code points into one of UTF-16 code units; both count from 1."""
    before = lines[line - 1][: column - 1] if line <= len(lines) else ""
    return column + sum(character > _BEYOND for character in before)
