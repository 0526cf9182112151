"""Which problems come first where only the first few of each severity are shown."""

from __future__ import annotations

from collections import Counter
from operator import itemgetter

from funding.check import Checked
from funding.problem import Problem, Severity


def most_wanted_first(checked: Checked) -> list[Problem]:
    """Order the problems: changed files first, errors before the rest, each file's first before any file's second."""
    weights = list(Severity)
    seen: Counter[tuple[str, Severity]] = Counter()
    ranked: list[tuple[tuple[bool, int, int], Problem]] = []
    for problem in checked.problems:
        seen[problem.path, problem.severity] += 1
        turn = seen[problem.path, problem.severity]
        ranked.append(((problem.path not in checked.changed, weights.index(problem.severity), turn), problem))
    return [problem for _, problem in sorted(ranked, key=itemgetter(0))]
