"""The workflows give nothing to strangers, and each rule that says so finds a planted fault."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
import yaml

from tests.ci.calls import calls, take
from tests.ci.workflow import events, faults
from tests.site.projects import ROOT

FOLDER = ROOT / ".github/workflows"
CHECK, COMMENT, PUBLISH = ((FOLDER / f"{name}.yml").read_text("utf-8") for name in ("check", "comment", "publish"))


def test_these_are_all() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {"check.yml", "comment.yml", "publish.yml"}


@pytest.mark.parametrize("text", [CHECK, COMMENT, PUBLISH], ids=["check", "comment", "publish"])
def test_workflow_gives_nothing_to_strangers(text: str) -> None:
    assert faults(text) == set()


@pytest.mark.parametrize(
    ("text", "old", "new", "fault"),
    [
        (CHECK, "  pull_request:\n", "  pull_request_target:\n", "pull_request_target"),
        (CHECK, "permissions:\n  contents: read\n", "", "no permissions"),
        (CHECK, "  contents: read\n", "  contents: write\n", "rights under pull_request"),
        (CHECK, "permissions:\n  contents: read\n", "permissions: write-all\n", "rights under pull_request"),
        (
            CHECK,
            "    timeout-minutes: 20\n",
            "    permissions: {issues: write}\n    timeout-minutes: 20\n",
            "rights under pull_request",
        ),
        (CHECK, "run: make site", "run: echo ${{ github.event.pull_request.title }}", "expression in a script"),
        (CHECK, "run: make site", "run: make site KEY=${{ secrets.KEY }}", "secret"),
        (CHECK, "persist-credentials: false", "persist-credentials: true", "checkout that keeps its credentials"),
        (CHECK, "          persist-credentials: false\n", "", "checkout that keeps its credentials"),
        (CHECK, "        run: make site", "        env: {T: x}\n        run: make site", "token under pull_request"),
        (CHECK, "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1", "actions/checkout@v7", "action without"),
        (CHECK, " # v7.0.1", "", "action without"),
        (COMMENT, "pull-requests: write", "contents: write", "rights under workflow_run"),
        (COMMENT, "const fs =", "const title = '${{ github.event.workflow_run.head_branch }}'", "expression in a"),
        (COMMENT, "    steps:\n", "    steps:\n      - run: sh change/x\n", "workflow_run that runs commands"),
        (
            COMMENT,
            "    steps:\n",
            "    steps:\n      - uses: actions/checkout@" + "0" * 40 + " # v1.0.0\n",
            "workflow_run that runs commands",
        ),
    ],
)
def test_a_planted_fault_is_found(text: str, old: str, new: str, fault: str) -> None:
    assert old in text
    assert any(found.startswith(fault) for found in faults(text.replace(old, new)))


def test_the_comment_follows_on_the_check() -> None:
    check, comment = (yaml.load(text, yaml.BaseLoader) for text in (CHECK, COMMENT))  # noqa: S506 - makes text only
    assert events(check) == {"pull_request"}
    assert comment["on"]["workflow_run"]["workflows"] == [check["name"]]
    saved = [step["with"]["name"] for step in check["jobs"]["check"]["steps"] if "upload" in step.get("uses", "")]
    [fetched] = [step["with"]["name"] for step in comment["jobs"]["comment"]["steps"] if "download" in step["uses"]]
    assert fetched in saved


def test_every_call_of_the_command_is_one_that_it_takes() -> None:
    lines = [line for line in CHECK.splitlines() if not line.lstrip().startswith("#")]
    called = list(calls("\n".join(lines)))
    assert [name for name, *_ in called] == ["check", "diff"]
    for arguments in called:
        take(arguments)


def test_a_call_that_the_command_does_not_take_is_found() -> None:
    for line in (".venv/bin/funding kontrollera", ".venv/bin/funding check --format xml", "funding diff --mot HEAD"):
        with pytest.raises(click.UsageError):
            take(*calls(line))


def test_every_target_of_make_is_there() -> None:
    asked = set(re.findall(r"run: make (\S+)", CHECK + PUBLISH))
    assert asked == {"site", ".venv/site.stamp"}
    assert asked <= set(re.findall(r"^(\S+?):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def test_every_action_is_the_same_everywhere() -> None:
    used = set(re.findall(r"uses: (\S+)@(\S+)", CHECK + COMMENT + PUBLISH))
    assert len({action for action, _ in used}) == len(used)


def test_every_template_that_is_offered_is_there() -> None:
    offered = re.findall(r"template=([\w-]+\.md)", (ROOT / ".github/pull_request_template.md").read_text("utf-8"))
    assert sorted(offered) == sorted(path.name for path in (ROOT / ".github/PULL_REQUEST_TEMPLATE").iterdir())


@pytest.mark.parametrize("path", sorted((ROOT / ".github").rglob("*.md")), ids=lambda path: path.name)
def test_every_template_asks_for_the_source_and_the_check(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "- [ ] `make check` säger inga fel" in text
    assert "Källa" in text or path.name == "removal.md"
    assert "- [x]" not in text
