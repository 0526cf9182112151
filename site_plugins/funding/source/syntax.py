"""What the YAML parser cannot read, said as the fault that an editor made."""

from __future__ import annotations

import re

import yaml

from funding.problem import Finding, Severity, Span

_KEY = re.compile(r"[ -]*[^\s:#-][^:]*:(?= )")
_LIKE_A_KEY = re.compile(r"[ ]*(?:- +)*[a-z_]+:(?: |$)")
_COLON = re.compile(r":(?: |$)")
_FAULTS = (
    ("expected a single document", "several-documents"),
    ("did not find expected <document start>", "several-documents"),
    ("unknown directive", "yaml-directive"),
    ("incompatible YAML document", "yaml-directive"),
    ("duplicate %YAML directive", "yaml-directive"),
    ("mapping values are not allowed", "unquoted-colon"),
    ("while scanning a quoted scalar", "unclosed-quote"),
    ("cannot start any token", "unquoted-start"),
    ("expected alphabetic or numeric character", "unquoted-start"),
    ("are not allowed in this context", "unquoted-start"),
    ("could not find expected ':'", "missing-colon"),
    ("did not find expected key", "bad-indentation"),
    ("did not find expected '-' indicator", "bad-indentation"),
    ("did not find expected ',' or", "unclosed-bracket"),
    ("escape c", "bad-escape"),
    ("expected hexdecimal number", "bad-escape"),
)
"""Parts of the parser's sentences with what they mean here; the first that fits counts."""
_NOTICED_LATER = frozenset({"unclosed-quote", "unclosed-bracket", "missing-colon"})


def syntax_error(path: str, text: str, error: yaml.MarkedYAMLError) -> Finding:
    """Give the finding of a text that the parser refuses, at the place where an editor would mend it."""
    said = f"{error.context or ''} {error.problem or ''}"
    code = next((code for part, code in _FAULTS if part in said), "yaml-syntax")
    mark = error.context_mark if code in _NOTICED_LATER else error.problem_mark
    lines = text.split("\n")
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line >= len(lines):
        line, column = len(lines) - 1, 0
    if code == "unquoted-colon":
        code, line, column = _colon(lines, line, column)
    elif code == "bad-indentation":
        code = _after_a_value(lines[line][:column].rstrip())
    elif code == "unquoted-start" and lines[line][column : column + 1] == "\t":
        code = "tab-indentation"
    while line > 0 and not lines[line].strip():
        line, column = line - 1, 0
    details = {"right": _quoted(lines[line], column)} if code == "unquoted-colon" else {}
    return Finding(code, Severity.ERROR, path, span=Span(line + 1, column + 1, line + 1, column + 2), details=details)


def _colon(lines: list[str], line: int, column: int) -> tuple[str, int, int]:
    """Tell a colon in a text from a key that stands too deep, and from a key above that lacks its colon."""
    above = next((number for number in range(line - 1, -1, -1) if _says_something(lines[number])), None)
    if above is None or not _LIKE_A_KEY.match(lines[line]):
        return "unquoted-colon", line, column
    indent, indent_above = _indent(lines[line]), _indent(lines[above])
    if indent >= indent_above and not _COLON.search(lines[above]):
        return "missing-colon", above, indent_above
    return ("bad-indentation", line, indent) if indent > indent_above else ("unquoted-colon", line, column)


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _after_a_value(before: str) -> str:
    """Tell a line that begins in the wrong column from one that goes on after its value has ended."""
    if before.endswith(('"', "'")):
        return "text-after-quote"
    return "unclosed-bracket" if before.endswith(("]", "}")) else "bad-indentation"


def _quoted(line: str, colon: int) -> str:
    """Write a line as it must be when a colon at a column belongs to its text: ``title: "Projekt: fas 2"``."""
    key = _KEY.match(line, 0, colon)
    text = (line[key.end() :] if key else line).strip().replace("\\", "\\\\").replace('"', '\\"')
    return f'{key[0].strip()} "{text}"' if key else f'"… {text}"'
