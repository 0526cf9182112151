"""Whatever bytes a file holds, and whatever tree a text may give, reading and typing it raises nothing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from funding.check import check
from funding.model.keys import all_keys
from funding.model.later import Changes
from funding.model.reading import read_decision, read_register
from funding.problem import Finding
from funding.project import find_project
from funding.register import Record
from funding.source import Document, Places, RegisterName, SourceFile, read_document
from tests.hostile.case import HERE, SOUND
from tests.hostile.test_hostile import TODAY, WORDS
from tests.model.trees import decision_trees
from tests.site.projects import ROOT

OPTIONS = find_project(ROOT).options.model_copy(update={"organisation": "regionen"})
FILE = SourceFile("decisions/2024/x.yml", id="2024/x")
REGISTERS = tuple(SourceFile(f"decisions/registers/{name}.yml", register=name) for name in RegisterName)
PATHS = {field.alias or name for name, field in Changes.model_fields.items()} | {
    "grant.per_year.2024",
    "conditions.x.met",
}
KEYS = sorted(key for key in {key.name for key in all_keys()} | PATHS if key.isprintable())
TEXTS = st.sampled_from(
    ("x", "not_stated", "granted", "draft", "2024", "2024-05-02", "5", "-5", "true", "https://a.se", "all", "SEK", " ")
)
TREES: st.SearchStrategy[Any] = st.recursive(
    TEXTS | st.text(max_size=5).filter(bool),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(min_size=1, max_size=3), inner, min_size=1, max_size=6)
    ),
    max_leaves=25,
)
ROOTS = st.dictionaries(st.sampled_from(KEYS), TREES, min_size=1, max_size=12)
SIGNS = (
    ":",
    "\n",
    "[",
    "]",
    "{",
    "}",
    ",",
    "|",
    ">",
    "'",
    '"',
    "#",
    "\\",
    "\t",
    "\r",
    "\0",
    "1",
    "å",
    "\u202e",
    "\ufeff",
)
WORDS_OF_YAML = ("title", ": ", "  ", "- ", "? ", "&a ", "*a", "!t ", "<<: ", "---\n", "...\n", "%YAML 1.1\n")
PIECES = st.sampled_from((*SIGNS, *WORDS_OF_YAML)).map(str.encode) | st.just(b"\xff")
PATIENT = settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def words_for(findings: tuple[Finding, ...], text: str) -> None:
    """Word and place every finding, as a check does."""
    places = Places(text)
    for finding in findings:
        assert WORDS["sv"].problem(finding.code, finding.details)[0]
        assert WORDS["en"].problem(finding.code, finding.details)[0]
        span = finding.span or places.locate(finding.where, at_key=finding.at_key)
        assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)


@PATIENT
@given(st.lists(PIECES, max_size=40).map(b"".join) | st.binary(max_size=200))
def test_any_bytes_are_read(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "decisions/2024").mkdir(parents=True, exist_ok=True)
    (tmp_path / FILE.path).write_bytes(data)
    document = read_document(tmp_path, FILE)
    assert document.tree is not None or document.findings
    assert all(finding.span for finding in document.findings)
    typed = read_decision(document)
    words_for((*document.findings, *typed.findings), document.text if document.tree is not None else "")


@PATIENT
@given(st.data())
def test_any_bytes_within_a_sound_file_are_read(tmp_path: Path, data: st.DataObject) -> None:
    (tmp_path / "decisions/2024").mkdir(parents=True, exist_ok=True)
    sound = SOUND.encode()
    at = data.draw(st.integers(0, len(sound)))
    until = data.draw(st.integers(at, min(len(sound), at + 30)))
    other = data.draw(st.lists(PIECES, max_size=6).map(b"".join))
    (tmp_path / FILE.path).write_bytes(sound[:at] + other + sound[until:])
    document = read_document(tmp_path, FILE)
    typed = read_decision(document)
    words_for((*document.findings, *typed.findings), document.text if document.tree is not None else "")
    if typed.decision:
        assert Record("2024/x", FILE.path, typed.decision, "").steps


@PATIENT
@given(ROOTS)
def test_any_tree_is_typed_or_refused(tree: dict[str, Any]) -> None:
    typed = read_decision(Document(FILE, "", tree, (), ""))
    assert typed.decision or typed.tombstone or typed.findings or tree.get("status") == "draft"
    words_for(typed.findings, "")
    for file in REGISTERS:
        _, findings = read_register(Document(file, "", tree, (), ""))
        words_for(findings, "")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(decision_trees(), st.sampled_from(KEYS), TREES)
def test_any_value_in_a_sound_tree_is_typed_or_refused(tree: dict[str, Any], key: str, value: Any) -> None:
    typed = read_decision(Document(FILE, "", {**tree, key: value}, (), ""))
    words_for(typed.findings, "")
    if typed.decision:
        record = Record("2024/x", FILE.path, typed.decision, "")
        assert record.current.title
        assert len(record.steps) == 1 + len(typed.decision.amendments or ())


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)
@given(st.lists(decision_trees(), min_size=1, max_size=3))
def test_any_decisions_are_checked_together(tmp_path: Path, trees: list[Any]) -> None:
    shutil.rmtree(tmp_path / "decisions", ignore_errors=True)
    shutil.copytree(HERE / "registers", tmp_path / "decisions/registers")
    (tmp_path / "decisions/2024").mkdir()
    for number, tree in enumerate(trees):
        text = json.dumps(tree, ensure_ascii=False, indent=1)
        (tmp_path / f"decisions/2024/x{number}.yml").write_text(text, "utf-8")
    found = check(tmp_path, OPTIONS, WORDS["sv"], TODAY, cached=False)
    assert found.files == len(trees) + len(RegisterName)
