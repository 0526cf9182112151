"""The JSON Schema says what the model says: the same files pass, and the same faults of structure fail."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped] # it brings no types
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from funding.cli import main
from funding.exports.schema import decision_schema, schema_text
from funding.labels import Words
from funding.model.conditions import Condition
from funding.model.keys import Key, all_keys
from funding.model.reading import read_decision
from funding.model.registers import ENTRY_TYPES
from funding.options import LANGUAGES
from funding.source import Document, RegisterName, SourceFile, list_files, read_document
from tests.exports import yaml12
from tests.model.trees import decision_trees
from tests.site.projects import ROOT

SCHEMA = decision_schema(Words("sv"))
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)
FILE = SourceFile("decisions/2024/x.yml", id="2024/x")
MINIMAL = {"title": "x", "status": "granted", "recipient": "x", "decision": {"body": "x"}}
PROJECTS = (ROOT, *sorted(path for path in (ROOT / "tests/regions").iterdir() if path.is_dir()))
WRONG_SHAPES = ({"unknown": "x"}, [["x"]], [{"unknown": "x"}], {"unknown": {"x": "y"}})

Way = tuple[str | int, ...]


def check_accepts(tree: Any) -> bool:
    return not read_decision(Document(FILE, "", tree, (), "")).findings


def schema_accepts(tree: Any) -> bool:
    return bool(VALIDATOR.is_valid(tree))


def complaint(tree: Any) -> str:
    """Say what the schema misses, deepest first; an empty text if nothing."""
    error = jsonschema.exceptions.best_match(VALIDATOR.iter_errors(tree))
    return "" if error is None else f"{list(error.absolute_path)}: {error.message}"


def ways(tree: Any, way: Way = ()) -> Iterator[Way]:
    """Give the way to every value below a tree."""
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, value in steps:
        yield (*way, step)
        yield from ways(value, (*way, step))


def changed(tree: Any, way: Way, value: Any) -> Any:
    """Copy a tree with another value at one way; ``None`` takes the value away."""
    copied = copy.deepcopy(tree)
    inner = copied
    for step in way[:-1]:
        inner = inner[step]
    if value is None:
        del inner[way[-1]]
    else:
        inner[way[-1]] = value
    return copied


def decision_files() -> list[tuple[Path, SourceFile]]:
    return [(project, file) for project in PROJECTS for file in list_files(project, "decisions").files if file.id]


@pytest.mark.parametrize(
    ("project", "file"), decision_files(), ids=lambda value: getattr(value, "id", None) or value.name
)
def test_published_files_pass_as_text_and_as_an_editor_types_them(project: Path, file: SourceFile) -> None:
    document = read_document(project, file)
    assert complaint(document.tree) == ""
    assert complaint(yaml12.load(document.text)) == ""


def test_examples_pass_as_text_and_as_an_editor_types_them(shared: Path) -> None:
    files = [file for file in list_files(shared / "examples", "decisions").files if file.id]
    assert len(files) == 40
    for file in files:
        document = read_document(shared / "examples", file)
        assert complaint(document.tree) == ""
        assert complaint(yaml12.load(document.text)) == ""


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(decision_trees())
def test_what_the_model_takes_the_schema_takes(tree: Any) -> None:
    assert check_accepts(tree)
    assert complaint(tree) == ""
    assert complaint(yaml12.typed(tree)) == ""


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(decision_trees(), st.data())
def test_model_and_schema_agree_on_structure(tree: Any, data: st.DataObject) -> None:
    all_ways = list(ways(tree))
    for way in data.draw(st.lists(st.sampled_from(all_ways), min_size=5, max_size=5)):
        for value in (None, *WRONG_SHAPES, "not a word of any list"):
            mutant = changed(tree, way, value)
            if value is None and any(empty in str(mutant) for empty in ("{}", "[]")):
                continue
            assert check_accepts(mutant) == schema_accepts(mutant), (way, value, complaint(mutant))


def keys_of_decisions() -> list[Key]:
    registers = set(ENTRY_TYPES.values())
    shared_with_registers = {key.part for key in all_keys() if key.path.partition(".")[0] in {*RegisterName}}
    return [key for key in all_keys() if key.part not in registers | shared_with_registers - {Condition}]


@pytest.mark.parametrize("key", keys_of_decisions(), ids=lambda key: key.path)
def test_every_key_is_told_of(key: Key) -> None:
    name = key.part.__name__
    properties = (SCHEMA if name == "Decision" else SCHEMA["definitions"][name])["properties"]
    told = properties[key.name]
    words = Words("sv")
    assert (told["title"], told["description"]) == (words.field(key.path), words.describe(key.path))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_examples_of_the_schema_follow_it(lang: str) -> None:
    schema = decision_schema(Words(lang))
    jsonschema.Draft7Validator.check_schema(schema)
    for part in (schema, *schema["definitions"].values()):
        for key, told in part["properties"].items():
            validator = jsonschema.Draft7Validator({**told, "definitions": schema["definitions"]})
            for example in told["examples"]:
                assert validator.is_valid(example), (key, example)


def test_reference_never_stands_beside_other_words() -> None:
    for schema in parts_of(SCHEMA):
        assert "$ref" not in schema or set(schema) == {"$ref"}


def test_every_word_of_a_list_has_its_label() -> None:
    lists = [schema for schema in parts_of(SCHEMA) if "enum" in schema and True not in schema["enum"]]
    assert len(lists) > 10
    assert all(len(schema["enum"]) == len(schema["enumDescriptions"]) for schema in lists)


def parts_of(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    for value in inner:
        yield from parts_of(value)


@pytest.mark.parametrize(
    "path",
    ["grant.per_year.2025", "grant.sources.anslag-1-1", "grant.parts.Förstudien", "conditions.x.met", "grant.amount"],
)
def test_single_items_of_set_are_paths(path: str) -> None:
    value = "2024-05-02" if path.startswith("conditions") else "500"
    amendment = {"date": "2024-05-02", "kind": "scope", "set": {path: value}}
    assert complaint({**MINIMAL, "amendments": amendment}) == ""
    assert complaint({**MINIMAL, "amendments": {**amendment, "set": {path: "not_stated"}}}) == ""
    assert complaint({**MINIMAL, "amendments": {**amendment, "set": {f"x{path}": value}}}) != ""


def test_internal_names_are_nowhere() -> None:
    assert "\\u0000" not in schema_text(Words("sv"))
    assert "x-vocabulary" not in schema_text(Words("sv"))


@pytest.mark.parametrize(
    ("tree", "passes"),
    [
        ({"status": "draft"}, True),
        ({"status": "draft", "decision": {"meeting_date": "2024-05-01"}}, True),
        ({"status": "granted"}, False),
        ({"publication": {"removed": {"date": "2025-01-15", "reason": "Av misstag."}}}, True),
        ({"publication": {"removed": {"date": "2025-01-15"}}}, False),
        ({"title": "x", "status": "granted", "recipient": "x", "decision": {"date": "2024"}}, False),
        ({"title": "x", "status": "granted", "decision": {"body": "x"}}, False),
        ({"title": "x", "status": "granted", "kind": "framework", "decision": {"body": "x"}}, True),
    ],
)
def test_drafts_tombstones_and_frameworks_may_lack_keys(tree: Any, *, passes: bool) -> None:
    assert schema_accepts(tree) is passes
    assert check_accepts(tree) is passes


@pytest.mark.parametrize("key", ["title", "summary", "partners", "continues", "applied_amount", "themes", "status"])
def test_not_stated_stands_only_where_it_may(key: str) -> None:
    assert not schema_accepts({**MINIMAL, key: "not_stated"})
    assert not check_accepts({**MINIMAL, key: "not_stated"})
    assert schema_accepts({**MINIMAL, "recipient": "not_stated", "references": "not_stated", "period": "not_stated"})


def test_committed_schema_is_fresh() -> None:
    committed = (ROOT / "schema/decision.schema.json").read_text("utf-8")
    assert committed == schema_text(Words("sv")), "run: funding schema > schema/decision.schema.json"


def test_command_prints_the_schema_in_the_language_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(ROOT)
    runner = CliRunner()
    assert runner.invoke(main, ["schema"]).output == schema_text(Words("sv"))
    assert runner.invoke(main, ["schema", "--lang", "en"]).output == schema_text(Words("en"))
    monkeypatch.chdir(tmp_path)
    outside = runner.invoke(main, ["schema"])
    assert (outside.exit_code, outside.stdout) == (2, "")
