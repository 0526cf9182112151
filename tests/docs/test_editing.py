"""The pages for those who write decisions: their examples pass the check, their faults give the answers shown."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from funding.catalogue import Catalogue
from funding.cli import main
from funding.labels import Words
from funding.writing.fresh import MODELINE
from tests.ci.calls import calls, take
from tests.site.projects import ROOT

EDITING = ROOT / "docs/om/redaktion"
PAGES = {path.stem: path.read_text("utf-8") for path in EDITING.glob("*.md")}
PLACE = "decisions/2024/exempelprojektet.yml"
TEMPLATES = {
    "Nytt beslut": "new-decision",
    "Ändring av ett beslut": "amendment",
    "Rättelse": "correction",
    "Borttagning": "removal",
    "Register": "register",
}


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^ *```{language}\n(.*?)^ *```$", PAGES[page], re.MULTILINE | re.DOTALL)


(WHOLE,) = blocks("index", "yaml")
AMENDED, CORRECTED, REMOVED, MOVED = blocks("andra", "yaml")
SHELL = [line.strip() for page in PAGES for block in blocks(page, "sh") for line in block.splitlines() if line.strip()]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a copy of our own decisions, in which the command is run."""
    shutil.copytree(ROOT / "decisions", tmp_path / "decisions")
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FUNDING_TODAY", "2026-11-30")
    return tmp_path


def said(project: Path, text: str) -> str:
    """Give what the check says of the example's file with a text."""
    (project / PLACE).write_text(text, "utf-8")
    return CliRunner().invoke(main, ["check", PLACE], catch_exceptions=False).stdout


@pytest.mark.parametrize(
    "text",
    [WHOLE, WHOLE + AMENDED, WHOLE + CORRECTED, f"{MODELINE}\n{REMOVED}", WHOLE + MOVED],
    ids=["new", "amended", "corrected", "removed", "moved"],
)
def test_examples_pass_the_check(project: Path, text: str) -> None:
    assert said(project, text) == "0 fel, 0 varningar, 0 upplysningar i 1 fil.\n"


def test_answer_that_is_shown_is_the_one_that_is_given(project: Path) -> None:
    faulty = WHOLE
    for line in "".join(blocks("ratta-ett-fel", "yaml")).splitlines():
        faulty, exchanged = re.subn(rf"(?m)^{line.partition(':')[0]}: .*$", line, faulty)
        assert exchanged == 1
    assert blocks("ratta-ett-fel", "text") == [said(project, faulty)]


MENDS = re.findall(r"^- `([^`]+)`: .* Skriv `([^`]+)`$", PAGES["ratta-ett-fel"], re.MULTILINE)


@pytest.mark.parametrize(("wrong", "right"), MENDS)
def test_common_faults_are_faults_and_their_mends_are_none(project: Path, wrong: str, right: str) -> None:
    key = right.partition(":")[0]
    place = r"\{percent.*\}" if key.startswith("{") else rf"\b{key}: [^,\n]+"
    assert said(project, re.sub(place, right, WHOLE, count=1)).startswith("0 fel")
    assert not said(project, re.sub(place, wrong, WHOLE, count=1)).startswith("0 fel")


def test_the_most_common_faults_are_shown() -> None:
    assert len(MENDS) > 5


@pytest.mark.parametrize("line", SHELL)
def test_every_command_is_there(line: str) -> None:
    program, *rest = line.split()
    assert program in {"make", "git", ".venv/bin/funding"}
    for arguments in calls(line):
        take(arguments)
        assert arguments[0] != "explain" or arguments[1] in Catalogue(Words("sv")).codes
    if program == "make":
        assert set(rest) <= set(re.findall(r"^(\S+?):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def test_lists_are_those_of_the_templates() -> None:
    shown = re.split(r"^## ", PAGES["checklistor"], flags=re.MULTILINE)[1:]
    assert [part.partition("\n")[0] for part in shown] == [*TEMPLATES]
    assert {*TEMPLATES.values()} == {path.stem for path in (ROOT / ".github/PULL_REQUEST_TEMPLATE").iterdir()}
    for part, name in zip(shown, TEMPLATES.values(), strict=True):
        template = (ROOT / f".github/PULL_REQUEST_TEMPLATE/{name}.md").read_text("utf-8")
        lists = template[template.index("### ") :].replace("- [ ] ", "- ")
        assert " ".join(part.partition("\n")[2].split()) == " ".join(lists.split())


def test_keys_that_are_named_are_there() -> None:
    known = set(re.findall(r'"([a-z_]+)": \{', (ROOT / "schema/decision.schema.json").read_text("utf-8")))
    chosen = re.findall(r"^:   .*$", PAGES["andra"], re.MULTILINE)
    named = {key for line in chosen for key in re.findall(r"`(\w+)`", line)}
    assert named
    assert named <= known


def test_sign_of_a_draft_is_the_one_that_is_told_of() -> None:
    words = Words("sv")
    (sign,) = re.findall(r"börjar med `# (\w+)`", PAGES["index"])
    assert all(words.text(f"new.{name}").startswith(f"{sign}:") for name in ("review", "review_draft", "fill_in"))


def test_example_begins_as_every_decision_does() -> None:
    assert WHOLE.splitlines()[0] == MODELINE
    assert len(yaml.load(WHOLE, yaml.BaseLoader)) >= 10  # noqa: S506 - text
