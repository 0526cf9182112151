"""One version of a decision's file: what it says, typed where it can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from funding.against import Side
from funding.exports.decision_json import long_form
from funding.model.reading import read_decision
from funding.model.vocabulary import Status
from funding.register import Record
from funding.source import Document, Tree


@dataclass(frozen=True, slots=True)
class Version:
    """A file of a decision at one time.

    ``record`` is the decision, ``None`` for a draft, one that is taken down and one that cannot be typed. ``long`` is
    what it says in the long form, where it says enough; ``tree`` what stands in the file, empty where that is no YAML.
    """

    id: str
    path: str
    record: Record | None
    long: Mapping[str, Tree] | None
    tree: Mapping[str, Tree]
    readable: bool
    draft: bool
    taken_down: bool

    @property
    def title(self) -> str | None:
        """What it is called, if it says so."""
        title = self.record.current.title if self.record else self.tree.get("title")
        return title if isinstance(title, str) else None


def version_of(side: Side, path: str) -> Version:
    """Give the version of a file on a side; the file must be one of those that differ."""
    document = side.documents[path]
    id_ = document.file.id
    if id_ is None:
        raise ValueError(f"{path}: no decision")
    draft = id_ in side.reading.drafts
    record = side.reading.records.get(id_)
    return Version(
        id_,
        path,
        record,
        long_form(record.original) if record else _long_draft(document) if draft else None,
        document.tree or {},
        document.tree is not None,
        draft,
        id_ in side.tombstones,
    )


def _long_draft(document: Document) -> Mapping[str, Tree] | None:
    """Give a draft in the long form, if it says as much as an application must."""
    tree = {**(document.tree or {}), "status": Status.APPLIED.value}
    decision = read_decision(replace(document, tree=tree)).decision
    return {**long_form(decision), "status": Status.DRAFT.value} if decision else None
