"""How problems are shown: pure functions from the outcome of a check to text, one a form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias

from funding.check import Checked
from funding.labels import Words
from funding.reporters import (
    github_report,
    gitlab_report,
    json_report,
    junit_report,
    sarif_report,
    step_summary,
    text_report,
)

Reporter: TypeAlias = Callable[[Checked, Words], str]

REPORTERS: Final[Mapping[str, Reporter]] = MappingProxyType(
    {
        "github": github_report.report,
        "gitlab": gitlab_report.report,
        "json": json_report.report,
        "junit": junit_report.report,
        "sarif": sarif_report.report,
        "text": text_report.plain,
    }
)
"""Every form by its name."""

ON_TERMINAL: Final[Mapping[str, Reporter]] = MappingProxyType({**REPORTERS, "text": text_report.coloured})
"""The same forms where a person looks at them on a terminal."""


@dataclass(frozen=True, slots=True)
class Aside:
    """What is said in a second place: the environment variable that names a file, and what is added to that file."""

    variable: str
    report: Reporter


ASIDES: Final[Mapping[str, Aside]] = MappingProxyType({"github": Aside("GITHUB_STEP_SUMMARY", step_summary.report)})
"""The forms that have a second place, which is used where the environment names it."""
