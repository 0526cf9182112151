"""What a problem is known by from one revision to the next, although its line moves."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from funding.check import Checked
from funding.problem import Problem
from funding.reporters.code_frame import shown_lines


def with_fingerprints(checked: Checked) -> Iterator[tuple[Problem, str]]:
    """Give every problem with its fingerprint: 64 hexadecimal digits, no two alike in one report.

    It is made of the path, the code and the line at fault without indentation and personal data, so it stays the same
    in every language and wherever the line moves; equal ones are told apart by their order.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    for path, group in groupby(checked.problems, key=lambda problem: problem.path):
        problems = list(group)
        lines = shown_lines(checked.texts[path], problems) if path in checked.texts else []
        for problem in problems:
            line = lines[problem.line - 1].strip() if problem.line <= len(lines) else ""
            known_by = (path, problem.code, line)
            seen[known_by] += 1
            yield problem, _digest(*known_by, str(seen[known_by]))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
