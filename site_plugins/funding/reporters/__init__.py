"""How problems are shown: pure functions from the outcome of a check to text, one a form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from funding.check import Checked
from funding.labels import Words
from funding.reporters import json_report, text_report

Reporter: TypeAlias = Callable[[Checked, Words], str]

REPORTERS: Final[Mapping[str, Reporter]] = MappingProxyType({"json": json_report.report, "text": text_report.plain})
"""Every form by its name."""

ON_TERMINAL: Final[Mapping[str, Reporter]] = MappingProxyType({**REPORTERS, "text": text_report.coloured})
"""The same forms where a person looks at them on a terminal."""
