"""Every form of report read back by what its readers know of it, as the entries of the json report."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from funding.labels import Words

Entry: TypeAlias = dict[str, Any]
Texts: TypeAlias = Mapping[str, str]

SEVERITIES = {"error": "error", "warning": "warning", "notice": "note", "note": "note"}
GITLAB_SEVERITIES = {"blocker": "error", "major": "warning", "info": "note"}
_PLACE = re.compile(r"(.*):(\d+):(\d+)-(\d+):(\d+): \[([a-z0-9-]+)\] (.*)", re.DOTALL)


def said(text: str, words: Words, between: str = "\n") -> Entry:
    """Part what is said in one field into message, hint and address."""
    hint, more = (re.escape(f"{between}{words.text(key)} ") for key in ("report.hint", "report.more"))
    match = re.fullmatch(f"(.*?)(?:{hint}(.*?))?(?:{more}(.*))?", text, re.DOTALL)
    assert match
    return {"message": match[1], "hint": match[2], "url": match[3]}


def json_entries(report: str, words: Words, texts: Texts) -> list[Entry]:  # noqa: ARG001 - all readers are given the same
    """Give the entries of the json report."""
    entries: list[Entry] = json.loads(report)["problems"]
    return entries


def github_entries(report: str, words: Words, texts: Texts) -> list[Entry]:  # noqa: ARG001 - all readers are given the same
    """Give the annotations that the runner of GitHub Actions makes of the lines of a step."""
    lines = re.split("\r\n|\r|\n", report)
    return [entry for entry in (_annotation(line, words) for line in lines) if entry]


def _annotation(line: str, words: Words) -> Entry | None:
    line = line.lstrip()
    end = line.find("::", 2)
    if not line.startswith("::") or end < 0:
        return None
    command, _, given = line[2:end].partition(" ")
    pairs = (pair.partition("=") for pair in given.strip().split(",") if pair)
    properties = {name: _unescaped(value, "\r\n:,%") for name, _, value in pairs}
    entry = {
        "path": properties["file"],
        "line": int(properties["line"]),
        "end_line": int(properties["endLine"]),
        "severity": SEVERITIES[command],
        "code": properties["title"],
        **said(_unescaped(line[end + 2 :], "\r\n%"), words),
    }
    if "col" in properties:
        entry |= {"column": int(properties["col"]), "end_column": int(properties["endColumn"])}
    assert ("col" in properties) is (entry["line"] == entry["end_line"])
    return entry


def _unescaped(text: str, signs: str) -> str:
    for sign in signs:
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text


def gitlab_entries(report: str, words: Words, texts: Texts) -> list[Entry]:  # noqa: ARG001 - all readers are given the same
    """Give the findings of GitLab's Code Quality."""
    return [
        {
            "path": found["location"]["path"],
            "line": found["location"]["lines"]["begin"],
            "end_line": found["location"]["lines"]["end"],
            "severity": GITLAB_SEVERITIES[found["severity"]],
            "code": found["check_name"],
            **said(found["description"], words, between=" "),
        }
        for found in json.loads(report)
    ]


def sarif_entries(report: str, words: Words, texts: Texts) -> list[Entry]:
    """Give the results of a SARIF log, the columns counted as it says."""
    (run,) = json.loads(report)["runs"]
    rules = run["tool"]["driver"]["rules"]
    return [_result(found, rules, run["columnKind"], words, texts) for found in run["results"]]


def _result(found: Entry, rules: list[Entry], kind: str, words: Words, texts: Texts) -> Entry:
    (location,) = found["locations"]
    place, region = location["physicalLocation"]["artifactLocation"], location["physicalLocation"]["region"]
    path = unquote(place["uri"], errors="surrogateescape")
    lines = texts[path].split("\n") if path in texts else []
    assert rules[found["ruleIndex"]]["id"] == found["ruleId"]
    return {
        "path": path,
        "line": region["startLine"],
        "column": _code_points(lines, region["startLine"], region["startColumn"], kind),
        "end_line": region["endLine"],
        "end_column": _code_points(lines, region["endLine"], region["endColumn"], kind),
        "severity": SEVERITIES[found["level"]],
        "code": found["ruleId"],
        **said(found["message"]["text"], words),
    }


def _code_points(lines: list[str], line: int, column: int, kind: str) -> int:
    assert kind == "utf16CodeUnits"
    units = (lines[line - 1] if line <= len(lines) else "").encode("utf-16-le", "surrogatepass")
    before = units[: 2 * (column - 1)]
    return len(before.decode("utf-16-le", "surrogatepass")) + max(0, column - 1 - len(units) // 2) + 1


def junit_entries(report: str, words: Words, texts: Texts) -> list[Entry]:  # noqa: ARG001 - all readers are given the same
    """Give the test cases that did not pass."""
    entries: list[Entry] = []
    for case in ET.fromstring(report.encode()).iter("testcase"):  # noqa: S314 - our own report
        for result in case:
            match = _PLACE.fullmatch(result.text or "")
            assert match
            entry = {"path": match[1], "severity": result.get("type"), "code": match[6], **said(match[7], words)}
            entry |= zip(("line", "column", "end_line", "end_column"), map(int, match.groups()[1:5]), strict=True)
            assert result.tag == ("failure" if entry["severity"] == "error" else "skipped")
            assert case.get("classname") == case.get("file") == entry["path"]
            assert result.get("message") == entry["message"]
            entries.append(entry)
    return entries


def text_entries(report: str, words: Words, texts: Texts) -> list[Entry]:  # noqa: ARG001 - all readers are given the same
    """Give the problems of the report for people; the end of a fault is only drawn there.

    Where more is told of a code stands at its first problem.
    """
    severities = {words.text(f"report.{severity}"): severity for severity in ("error", "warning", "note")}
    head = re.compile(rf"(\S.*):(\d+):(\d+): ({'|'.join(severities)}): (.*) \[([a-z0-9-]+)\]")
    entries: list[Entry] = []
    for line in report.split("\n"):
        match = head.fullmatch(line)
        if match:
            entry = {"path": match[1], "line": int(match[2]), "column": int(match[3]), "message": match[5]}
            entries.append({**entry, "severity": severities[match[4]], "code": match[6], "hint": None, "url": None})
        for key, name in (("report.hint", "hint"), ("report.more", "url")):
            if line.startswith(f"  {words.text(key)} "):
                entries[-1][name] = line.removeprefix(f"  {words.text(key)} ")
    first = {entry["code"]: entry["url"] for entry in reversed(entries)}
    assert all(entry["url"] in {None, first[entry["code"]]} for entry in entries)
    return [{**entry, "url": first[entry["code"]]} for entry in entries]


def summary_entries(report: str, words: Words) -> list[Entry]:
    """Give the problems of the summary page of a run of GitHub Actions."""
    severities = {words.text(f"report.{severity}"): severity for severity in ("error", "warning", "note")}
    place = words.text("report.place", line=r"(\d+)", column=r"(\d+)")
    entry = re.compile(rf"- \*\*({'|'.join(severities)})\*\*, {place}: (.*) `([a-z0-9-]+)`")
    entries: list[Entry] = []
    path = ""
    for line in report.split("\n"):
        match = entry.fullmatch(line)
        if line.startswith("### "):
            path = _unmarked(line.removeprefix("### "))
        elif match:
            found = {"path": path, "line": int(match[2]), "column": int(match[3]), "severity": severities[match[1]]}
            entries.append({**found, "message": _unmarked(match[4]), "code": match[5], "hint": None, "url": None})
        for key, name in (("report.hint", "hint"), ("report.more", "url")):
            start = f"  - {words.text(key)} "
            if line.startswith(start):
                entries[-1][name] = _unmarked(re.sub("^<(.*)>$", r"\1", line.removeprefix(start)))
    return entries


def _unmarked(text: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


READERS: Mapping[str, Callable[[str, Words, Texts], list[Entry]]] = {
    "github": github_entries,
    "gitlab": gitlab_entries,
    "json": json_entries,
    "junit": junit_entries,
    "sarif": sarif_entries,
    "text": text_entries,
}
