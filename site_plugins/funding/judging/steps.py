"""The steps of a decision that a rule must look at: where something that it reads was typed."""

from __future__ import annotations

from funding.problem import KeyPath
from funding.register import Record
from funding.register.record import Step


def steps_that_set(record: Record, *paths: str) -> tuple[Step, ...]:
    """Give the original, and each later decision that sets one of the paths or something above or below it.

    A fault of the original is so found once, not after every later decision too. A ``change`` sets ``grant.amount``.
    """
    steps = record.steps
    if len(steps) == 1:
        return steps
    changed = "grant.amount" in paths
    touching = (
        step
        for step in steps[1:]
        if any(_touches(step, path) for path in paths) or (changed and _changes(record, step))
    )
    return (steps[0], *touching)


def typed_at(record: Record, step: Step, *places: str) -> KeyPath:
    """Give the place of the first of some values, by their dotted paths, that a step set; of the original the first."""
    if step.amendment is None:
        return _way(places[0])
    for path in places:
        if _touches(step, path):
            return step.at(*_way(path))
    return ("amendments", step.amendment, *(("change",) if _changes(record, step) else ()))


def _way(path: str) -> KeyPath:
    return tuple(int(part) if part.isdigit() else part for part in path.split("."))


def _touches(step: Step, path: str) -> bool:
    return any(
        given == path or given.startswith(f"{path}.") or path.startswith(f"{given}.") for given in step.set_paths
    )


def _changes(record: Record, step: Step) -> bool:
    return step.amendment is not None and record.later[step.amendment].amendment.change is not None
