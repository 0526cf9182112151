"""What the YAML parser cannot read, said as the fault that an editor made."""

from __future__ import annotations

import re

import yaml

from funding.problem import Finding, Severity, Span

_KEY = re.compile(r"[ -]*[^\s:#-][^:]*:(?= )")
_FAULTS = (
    ("expected a single document", "several-documents"),
    ("expected '<document start>'", "several-documents"),
    ("mapping values are not allowed", "unquoted-colon"),
    ("while scanning a quoted scalar", "unclosed-quote"),
    ("cannot start any token", "unquoted-start"),
    ("could not find expected ':'", "missing-colon"),
    ("did not find expected key", "bad-indentation"),
    ("did not find expected '-' indicator", "bad-indentation"),
    ("did not find expected ',' or", "unclosed-bracket"),
    ("unknown escape character", "bad-escape"),
)


def syntax_error(path: str, text: str, error: yaml.MarkedYAMLError) -> Finding:
    """Give the finding of a text that the parser refuses, at the place where an editor would mend it."""
    said = f"{error.context or ''} {error.problem or ''}"
    code = next((code for part, code in _FAULTS if part in said), "yaml-syntax")
    mark = error.context_mark if code in {"unclosed-quote", "unclosed-bracket"} else error.problem_mark
    mark = mark or error.problem_mark or error.context_mark
    if mark is None:
        return Finding(code, Severity.ERROR, path)
    lines = text.split("\n")
    line = min(mark.line, len(lines) - 1)
    while line > 0 and not lines[line].strip():
        line -= 1
    column = mark.column if line == mark.line else 0
    details = {"right": _quoted(lines[line], column)} if code == "unquoted-colon" else {}
    return Finding(code, Severity.ERROR, path, span=Span(line + 1, column + 1, line + 1, column + 2), details=details)


def _quoted(line: str, colon: int) -> str:
    """Write a line as it must be when a colon at a column belongs to its text: ``title: "Projekt: fas 2"``."""
    key = _KEY.match(line, 0, colon)
    text = (line[key.end() :] if key else line).strip().replace("\\", "\\\\").replace('"', '\\"')
    return f'{key[0].strip()} "{text}"' if key else f'"… {text}"'
