"""What was said since about a decision: the corrections, later decisions and steps that explain why it changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from funding.against.amended import paired
from funding.model.decision import Decision
from funding.model.facts import Correction
from funding.model.later import Amendment
from funding.model.vocabulary import Status

_DECIDED: Final = frozenset({"recipient", "grant", "period", "decision", "conditions"})
"""The protected keys of what is decided, which a step to another status explains."""

_ENDS: Final = (Status.REJECTED, Status.WITHDRAWN, Status.CLOSED_WITHOUT_REVIEW)
_AFTER_GRANTED: Final = (Status.COMPLETED, Status.CANCELLED, Status.REVOKED)
_STEPS: Final[Mapping[Status, tuple[Status, ...]]] = MappingProxyType(
    {
        Status.APPLIED: (Status.PROPOSED, Status.PRIORITISED, Status.GRANTED, *_ENDS, *_AFTER_GRANTED),
        Status.PROPOSED: (Status.PRIORITISED, Status.GRANTED, *_ENDS, *_AFTER_GRANTED),
        Status.PRIORITISED: (Status.GRANTED, *_ENDS, *_AFTER_GRANTED),
        Status.GRANTED: _AFTER_GRANTED,
    }
)
"""What a matter may become, any step between skipped: forwards, and never out of an end."""


def is_step(then: Status, now: Status) -> bool:
    """Tell whether a matter can have gone from one status to another."""
    return now in _STEPS.get(then, ())


@dataclass(frozen=True, slots=True)
class Reasons:
    """The paths that new corrections and new later decisions are about, and whether the status took a step."""

    corrected: tuple[str, ...]
    amended: tuple[str, ...]
    stepped: bool

    @classmethod
    def between(cls, then: Decision, now: Decision) -> Reasons:
        """Find what was said between two versions of a decision."""
        corrected = tuple(entry.field for entry in new_corrections(then, now))
        amended = tuple(path for one in new_amendments(then, now) if one.granted for path in _paths(one))
        return cls(corrected, amended, is_step(then.status, now.status))

    def explain(self, fields: Iterable[str]) -> bool:
        """Tell whether something was said about a value, by any of the paths that it may be called by."""
        return any(_overlap(field, about) for field in fields for about in (*self.corrected, *self.amended)) or any(
            self.stepped and field.partition(".")[0] in _DECIDED for field in fields
        )


def new_corrections(then: Decision, now: Decision) -> tuple[Correction, ...]:
    """Give the corrections that were appended."""
    known = Counter(entry.model_dump_json() for entry in then.corrections or ())
    found: list[Correction] = []
    for entry in now.corrections or ():
        text = entry.model_dump_json()
        if known[text]:
            known[text] -= 1
        else:
            found.append(entry)
    return tuple(found)


def new_amendments(then: Decision, now: Decision) -> tuple[Amendment, ...]:
    """Give the later decisions that were added."""
    known = {index for _, index in paired(then.amendments or (), now.amendments or ())}
    return tuple(one for index, one in enumerate(now.amendments or ()) if index not in known)


def _paths(amendment: Amendment) -> tuple[str, ...]:
    """Give what a later decision sets; the state of a condition leaves its text as it is."""
    changes = amendment.set
    paths = tuple(path for path in changes.paths if path not in changes.item_states) if changes else ()
    return (*paths, "grant.amount") if amendment.change is not None else paths


def _overlap(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")
