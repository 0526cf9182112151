"""One published decision: its address, what it was, what came later, what it is today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from funding.model.current import LaterDecision, current_decision, later_decisions
from funding.model.dates import PartialDate
from funding.model.decision import Decision
from funding.model.facts import Removal
from funding.model.part import stated
from funding.model.vocabulary import Status
from funding.problem import KeyPath


@dataclass(frozen=True, slots=True)
class Step:
    """The decision after one step: the original (``amendment`` is ``None``) or one of its later decisions.

    A rule that must hold after every step checks each, and asks :meth:`at` where a value of that step was typed.
    """

    decision: Decision
    amendment: int | None = None
    set_paths: tuple[str, ...] = ()

    def at(self, *where: str | int) -> KeyPath:
        """Give the place in the file of a value of this step; what an amendment sets is found in the amendment."""
        if self.amendment is None:
            return where
        dotted = [".".join(str(part) for part in where[:length]) for length in range(len(where), 0, -1)]
        for length, path in zip(range(len(where), 0, -1), dotted, strict=True):
            if path in self.set_paths:
                return ("amendments", self.amendment, "set", path, *where[length:])
        below = f"{dotted[0]}." if dotted else ""
        typed = next((path for path in self.set_paths if below and path.startswith(below)), None)
        return ("amendments", self.amendment, *(("set", typed) if typed else ()))


@dataclass(frozen=True)
class Record:
    """A decision with its id ``<year>/<slug>``, which is its address for ever.

    ``digest`` is that of the bytes of its file, in hexadecimal: what is the same says the same.
    """

    id: str
    path: str
    original: Decision
    digest: str

    @cached_property
    def later(self) -> tuple[LaterDecision, ...]:
        """Its later decisions in the order of the file."""
        return later_decisions(self.original)

    @cached_property
    def current(self) -> Decision:
        """The decision as it stands today."""
        return current_decision(self.original)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The original and every later decision, each as it stood or would stand."""
        if not self.original.amendments:
            return (Step(self.original),)
        after = (
            Step(later.after, index, later.amendment.set.paths if later.amendment.set else ())
            for index, later in enumerate(self.later)
        )
        return (Step(self.original), *after)

    @property
    def redirects(self) -> tuple[str, ...]:
        """The ids that it had before it was moved, which lead to it."""
        publication = self.original.publication
        return (publication.redirect_from if publication else None) or ()

    @property
    def status(self) -> Status:
        """What it is today."""
        return self.original.status

    @property
    def folder_year(self) -> int:
        """The year of its address; an address, never data."""
        return int(self.id.partition("/")[0])

    @cached_property
    def decided(self) -> PartialDate | None:
        """The date of the decision, where there is one."""
        value = self.original.decision.date
        return value if isinstance(value, PartialDate) else None

    @cached_property
    def meeting(self) -> PartialDate | None:
        """The meeting that is to decide, where it is known."""
        value = self.original.decision.meeting_date
        return value if isinstance(value, PartialDate) else None

    @cached_property
    def dated(self) -> PartialDate | None:
        """The date that it is sorted by: decided, else the meeting while undecided."""
        return self.decided or (self.meeting if self.status.undecided else None)

    @cached_property
    def year(self) -> int:
        """The year that it counts in."""
        return self.dated.year if self.dated else self.folder_year

    @property
    def year_from_folder(self) -> bool:
        """Whether the year is only that of the address."""
        return self.dated is None

    @property
    def bodies(self) -> tuple[str, ...]:
        """The ids of the bodies that decide; empty where not stated."""
        return stated(self.original.decision.body) or ()

    @property
    def recipients(self) -> tuple[str, ...]:
        """The ids of today's recipients; empty where not stated."""
        return stated(self.current.recipient) or ()

    @cached_property
    def all_recipients(self) -> tuple[str, ...]:
        """Today's recipients, then those of the original and of granted steps, each once."""
        steps = [later.after for later in self.later if later.amendment.granted]
        named = [recipient for step in (self.original, *steps) for recipient in stated(step.recipient) or ()]
        return tuple(dict.fromkeys((*self.recipients, *named)))

    def hidden_on(self, day: date) -> bool:
        """Tell whether an embargo hides it on a day."""
        publication = self.original.publication
        return publication is not None and publication.hidden_on(day)


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A published decision that was taken down: its address stays, with the reason."""

    id: str
    path: str
    removal: Removal
    redirect_from: tuple[str, ...] = ()
