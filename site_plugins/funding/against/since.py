"""What was published at a revision and what became of it: the subjects of the rules against silent changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from funding.against.likeness import Likeness
from funding.against.sides import Side, Sides
from funding.problem import Severity
from funding.register import Record


@dataclass(frozen=True, slots=True)
class Pair:
    """A decision that was published then and is a decision still: as it was, and as it is."""

    then: Record
    now: Record


@dataclass(frozen=True, slots=True)
class Published:
    """An address that readers may have: of a decision, or of one that is taken down; ``path`` is its file then."""

    id: str
    path: str
    redirect_from: tuple[str, ...]
    record: Record | None


@dataclass(frozen=True)
class Since:
    """All that was published at a revision and is not the same today.

    Drafts were never published, nor is what an embargo hides still, nor a file with an error: it stops the build.
    """

    sides: Sides

    @property
    def then(self) -> Side:
        """The project at the revision."""
        return self.sides.then

    @property
    def now(self) -> Side:
        """The project today."""
        return self.sides.now

    @property
    def today(self) -> date:
        """The day that both are judged by."""
        return self.sides.today

    @cached_property
    def published(self) -> tuple[Published, ...]:
        """What was published then, in files that are not the same today."""
        return tuple(self._published())

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Every decision that was published then and is one today, also at another address."""
        found = ((entry.record, self.record_now(entry.id)) for entry in self.published)
        return tuple(Pair(then, now) for then, now in found if then and now)

    @cached_property
    def likeness(self) -> Likeness:
        """Which new files are most likely the ones that are gone."""
        gone = {path: document for path, document in self.then.documents.items() if path not in self.now.documents}
        new = {path: document for path, document in self.now.documents.items() if path not in self.then.documents}
        return Likeness.between(gone, new)

    def id_now(self, id_: str) -> str | None:
        """Give the id that a decision has today: its own, or that of a file that leads from it."""
        return id_ if id_ in self.now.reading.ids else self.now.redirects.get(id_)

    def record_now(self, id_: str) -> Record | None:
        """Give a decision as it is today, where it is one."""
        return self.now.reading.records.get(self.id_now(id_) or id_)

    def _published(self) -> Iterator[Published]:
        faulty = {found.path for found in self.then.findings if found.severity is Severity.ERROR}
        for path, document in self.then.documents.items():
            id_ = document.file.id
            if id_ is None or path in faulty:
                continue
            record, grave = self.then.reading.records.get(id_), self.then.tombstones.get(id_)
            if record and not record.hidden_on(self.today):
                yield Published(id_, path, record.redirects, record)
            elif grave:
                yield Published(id_, path, grave.redirect_from, None)
