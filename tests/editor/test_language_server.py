"""yaml-language-server with our schema and our settings: what an editor sees in VS Code while writing a decision."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from funding.labels import Words
from funding.model.reading import read_decision
from funding.model.vocabulary import ShareBase, Status
from funding.source import SourceFile, list_files, read_document
from funding.writing.fresh import MODELINE
from tests.editor.language_server import SETTINGS, LanguageServer, Message
from tests.rules.cases import CASES
from tests.site.projects import ROOT

WORDS = Words("sv")
WRITTEN = (Path(__file__).with_name("written.yml")).read_text("utf-8")
SCHEMA_CANNOT_TELL = {
    "amount-too-large",  # a number written with spaces has no upper bound in a pattern
    "amount-with-points",  # 2.000 is the whole number 2 to YAML 1.2
    "impossible-date",  # no pattern knows the length of a month
    *("byte-order-mark", "empty-file", "forbidden-character", "merge-key", "tag", "yaml-directive"),  # YAML allows them
    "comma-splits-value",  # within braces it passes over a key that has no colon
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """Give one server that all tests show their files to."""
    with LanguageServer(ROOT, tmp_path_factory.mktemp("server") / "stderr") as running:
        yield running


@pytest.fixture(scope="module")
def written(server: LanguageServer) -> dict[str, Message]:
    """Show the decision with its faults; give what is said of each, by the line that it begins on."""
    said = server.open({"decisions/2024/written.yml": WRITTEN})["decisions/2024/written.yml"]
    lines = WRITTEN.splitlines()
    return {lines[one["range"]["start"]["line"]].strip(): one for one in said}


def place(text: str) -> tuple[int, int]:
    """Give the line and character of the end of a text in the decision that is being written."""
    before = WRITTEN[: WRITTEN.index(text) + len(text)]
    return before.count("\n"), len(before.rpartition("\n")[2])


def test_no_published_decision_is_marked(server: LanguageServer) -> None:
    texts = {
        file.path: (ROOT / file.path).read_text("utf-8") for file in list_files(ROOT, "decisions").files if file.id
    }
    assert len(texts) > 10
    assert {path: said for path, said in server.open(texts).items() if said} == {}


def decision_cases(kind: str) -> dict[str, Path]:
    """Give the decisions among the cases of a kind that an editor can open, each under a path of its own."""
    files = [*CASES.glob(f"*/{kind}*.yml"), *CASES.glob(f"*/{kind}*/decisions/[0-9]*/*.yml")]
    texts = (
        path for path in sorted(files) if path.is_file() and not path.is_symlink() and "not-utf-8" not in path.parts
    )
    return {f"decisions/2024/{'-'.join(path.relative_to(CASES).parts)}": path for path in texts}


def codes(path: Path) -> set[str]:
    """Give what we find in the form of a file alone, before any rule."""
    document = read_document(CASES, SourceFile(path.relative_to(CASES).as_posix(), id="2024/x"))
    return {finding.code for finding in (*document.findings, *read_decision(document).findings)}


@pytest.mark.parametrize(("kind", "at_least"), [("good", 150), ("bad", 150)])
def test_editor_marks_what_we_mark(server: LanguageServer, kind: str, at_least: int) -> None:
    cases = decision_cases(kind)
    assert len(cases) > at_least
    said = server.open({shown: path.read_bytes().decode("utf-8") for shown, path in cases.items()})
    found = {shown: codes(path) for shown, path in cases.items()}
    assert [shown for shown in cases if said[shown] and not found[shown]] == []
    missed = [found[shown] for shown in cases if found[shown] and not said[shown]]
    assert {code for one in missed for code in one} == (SCHEMA_CANNOT_TELL if kind == "bad" else set())


def test_wrong_word_is_marked_with_the_swedish_ones(written: dict[str, Message]) -> None:
    message = written["status: beviljad"]["message"]
    assert all(f"{status} ({WORDS.value(status)})" in message for status in Status)


def test_unknown_key_is_marked_with_those_that_there_are(written: dict[str, Message]) -> None:
    assert "paragraph, delegated" in written["paragraf: § 12"]["message"]


def test_missing_key_is_named(written: dict[str, Message]) -> None:
    assert written["status: beviljad"]["source"] == "yaml-schema: Status"
    assert written["title: Cykelvägar i Norrby"]["message"] == "recipient (Mottagare) saknas."


def test_amount_with_spaces_is_not_marked(written: dict[str, Message]) -> None:
    assert "amount: 2 544 984" in WRITTEN
    assert written.keys() == {"status: beviljad", "paragraf: § 12", "title: Cykelvägar i Norrby"}


@pytest.mark.usefixtures("written")
def test_hover_tells_what_a_key_means(server: LanguageServer) -> None:
    shown = server.hover("decisions/2024/written.yml", *place("  bo"))
    title, description, *_ = (line for line in shown.splitlines() if line)
    assert title == f"#### {WORDS.field('decision.body')}"
    assert description == WORDS.describe("decision.body")


@pytest.mark.usefixtures("written")
def test_keys_are_proposed_with_what_they_mean_and_no_invented_value(server: LanguageServer) -> None:
    items = {item["label"]: item for item in server.complete("decisions/2024/written.yml", *place("§ 12\n  "))}
    assert {"date", "meeting_date", "prior_handling"} <= items.keys()
    for key, item in items.items():
        assert item["documentation"] == WORDS.describe(f"decision.{key}")
        assert item["insertText"].strip() == f"{key}:"


@pytest.mark.usefixtures("written")
def test_body_is_proposed_with_what_it_means(server: LanguageServer) -> None:
    server.open({"decisions/2024/begun.yml": "title: x\ndecision:\n  \n"})
    items = {item["label"]: item for item in server.complete("decisions/2024/begun.yml", 2, 2)}
    assert items["body"]["documentation"] == WORDS.describe("decision.body")


@pytest.mark.usefixtures("written")
def test_words_are_proposed_with_their_labels(server: LanguageServer) -> None:
    items = server.complete("decisions/2024/written.yml", *place("status: "))
    assert {item["label"]: item["documentation"] for item in items} == {one.value: WORDS.value(one) for one in Status}
    bases = server.complete("decisions/2024/written.yml", *place("of: "))
    assert {one.value: WORDS.value(one) for one in ShareBase}.items() <= {
        item["label"]: item.get("documentation") for item in bases
    }.items()


def test_first_line_of_a_file_is_enough(tmp_path: Path) -> None:
    settings = {name: value for name, value in SETTINGS.items() if name != "yaml.schemas"}
    faulty = "title: x\nfoo: bar\n"
    with LanguageServer(ROOT, tmp_path / "stderr", settings) as server:
        said = server.open({"decisions/2024/with.yml": f"{MODELINE}\n{faulty}", "decisions/2024/without.yml": faulty})
    assert said["decisions/2024/with.yml"]
    assert not said["decisions/2024/without.yml"]


def test_registers_are_no_decisions(server: LanguageServer) -> None:
    register = "decisions/registers/bodies.yml"
    assert server.open({register: (ROOT / register).read_text("utf-8")}) == {register: []}


@pytest.mark.parametrize("asks", [False, True])
def test_nothing_is_asked_of_the_network(tmp_path: Path, *, asks: bool) -> None:
    settings = {**SETTINGS, "yaml.schemaStore.enable": asks}
    with LanguageServer(ROOT, tmp_path / "stderr", settings) as server:
        server.open({"decisions/2024/a.yml": WRITTEN, "other/b.yml": "a: b\n"})
    assert ("network:" in server.errors) is asks


def test_the_extension_that_reads_the_settings_is_recommended() -> None:
    recommended = json.loads((ROOT / ".vscode/extensions.json").read_text("utf-8"))["recommendations"]
    assert recommended == ["redhat.vscode-yaml"]
