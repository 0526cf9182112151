"""The page about reviewing changes names what is there, and its examples give nothing to strangers."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from pydantic import TypeAdapter

from funding.options import ReportAddress
from funding.reporters import REPORTERS
from tests.ci.calls import calls, take
from tests.site.projects import ROOT

PAGE = (ROOT / "docs/om/drift/granska.md").read_text("utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
REPORT_ERRORS, GITLAB, FORGEJO, PRE_COMMIT = (yaml.load(block, yaml.BaseLoader) for block in BLOCKS)  # noqa: S506 - text
FORGEJO_STEPS: list[Any] = FORGEJO["jobs"]["kontrollera"]["steps"]
COMMAND_LINES = [*GITLAB["kontrollera"]["script"], *(step["run"] for step in FORGEJO_STEPS if "run" in step)]


def test_every_form_is_named() -> None:
    assert re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)[-len(REPORTERS) :] == [
        *("text", "json"),
        *sorted(REPORTERS.keys() - {"text", "json"}),
    ]


def test_every_workflow_is_named() -> None:
    named = re.findall(r"^\| `(\w+\.yml)` \|", PAGE, re.MULTILINE)
    assert named == sorted(path.name for path in (ROOT / ".github/workflows").iterdir())


def test_the_required_check_is_the_one_of_the_workflow() -> None:
    check = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text("utf-8"))["jobs"]["check"]["name"]
    assert f"**{check}**" in " ".join(PAGE.split())


@pytest.mark.parametrize("line", COMMAND_LINES)
def test_every_command_is_there(line: str) -> None:
    for arguments in calls(line):
        take(arguments)
    targets = set(re.findall(r"^(\S+?):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"make (\S+)", line)) <= targets


def test_both_examples_check_and_describe() -> None:
    assert [name for name, *_ in calls("\n".join(COMMAND_LINES))] == [
        *("check", "check", "diff", "check"),
        "check",
        "diff",
    ]


def test_what_the_example_for_gitlab_writes_is_what_it_hands_over() -> None:
    job = GITLAB["kontrollera"]
    written = re.findall(r"> (\S+)", "\n".join(job["script"]))
    artifacts = job["artifacts"]
    assert set(written) == {"andring.md", *artifacts["reports"].values()}
    assert re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_ -]*", artifacts["expose_as"])  # GitLab takes no other letters


def test_the_example_for_forgejo_gives_nothing_to_strangers() -> None:
    assert list(FORGEJO["on"]) == ["pull_request"]
    [checkout] = [step for step in FORGEJO_STEPS if "checkout" in step.get("uses", "")]
    assert checkout["with"]["persist-credentials"] == "false"
    assert not re.search(r"secrets|token", BLOCKS[2])


def test_the_hooks_that_are_named_are_there() -> None:
    hooks = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    assert {hook["id"] for hook in PRE_COMMIT["repos"][0]["hooks"]} == hooks


def test_the_form_for_errors_can_be_the_address_for_errors() -> None:
    address = TypeAdapter(ReportAddress).validate_python(REPORT_ERRORS["report_errors"])
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/report-error.yml").read_text("utf-8"))
    assert "template=report-error.yml" in address
    assert "url={url}" in address
    assert "url" in {field.get("id") for field in form["body"]}
