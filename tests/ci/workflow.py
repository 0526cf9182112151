"""What may be wrong with the workflows of GitHub Actions: how a stranger's proposal could run with rights or secrets.

Source: GitHub Docs, "Secure use reference"; GitHub Security Lab, "Preventing pwn requests".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

PINNED = re.compile(r"uses: [\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
FOREIGN = {"pull_request", "workflow_run"}
"""Events behind which a stranger may stand."""
RIGHTS = {"pull_request": {"contents": "read"}, "workflow_run": {"actions": "read", "pull-requests": "write"}}
"""The most that jobs may do then."""


def faults(text: str) -> set[str]:
    """Name everything that is wrong with a workflow, given as the text of its file."""
    workflow = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - makes text of everything, `on` too, and no objects
    return {*_of_text(text), *_of_events(workflow), *_of_rights(workflow), *_of_steps(workflow)}


def events(workflow: Any) -> set[str]:
    """Name the events that a workflow waits for."""
    on = workflow["on"]
    return {on} if isinstance(on, str) else set(on)


def _of_text(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if "uses:" in line and not PINNED.search(line):
            yield "action without a commit and its version"
    if re.search(r"\bsecrets\b", re.sub("#.*", "", text)):
        yield "secret"


def _of_events(workflow: Any) -> Iterator[str]:
    if "pull_request_target" in events(workflow):
        yield "pull_request_target"


def _of_rights(workflow: Any) -> Iterator[str]:
    if "permissions" not in workflow:
        yield "no permissions"
    for event in events(workflow) & FOREIGN:
        for given in (workflow.get("permissions", {}), *(job.get("permissions", {}) for job in _jobs(workflow))):
            if isinstance(given, str) or not given.items() <= RIGHTS[event].items():
                yield f"rights under {event}"


def _of_steps(workflow: Any) -> Iterator[str]:
    run_by_another = "workflow_run" in events(workflow)
    for step in (step for job in _jobs(workflow) for step in job["steps"]):
        given = step.get("with", {})
        if "${{" in step.get("run", "") or "${{" in given.get("script", ""):
            yield "expression in a script"
        if run_by_another and ("run" in step or "checkout" in step.get("uses", "")):
            yield "workflow_run that runs commands"
        if "checkout" in step.get("uses", "") and given.get("persist-credentials") != "false":
            yield "checkout that keeps its credentials"
        if "pull_request" in events(workflow) and ("github-token" in given or "token" in given or "env" in step):
            yield "token under pull_request"


def _jobs(workflow: Any) -> list[Any]:
    return list(workflow["jobs"].values())
