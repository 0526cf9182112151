"""What decisions of one meeting share: what is copied from one of them for the next."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from funding.check.reading import Reading
from funding.options import Options
from funding.scaffold.choices import Choices
from funding.scaffold.questions import Answers
from funding.source import SourceFile, read_document
from funding.source.files import SUFFIX


class UnknownDecisionError(LookupError):
    """There is no such decision that can be read; ``near`` are the three ids most like it."""

    def __init__(self, given: str, near: tuple[str, ...]) -> None:
        super().__init__(given)
        self.given = given
        self.near = near


def shared_with(given: str, reading: Reading, root: Path, options: Options) -> tuple[str, Answers]:
    """Give the id of a decision, named by id or file, and the answers that hold for others of its meeting too.

    These are body, date, sources of money and where the facts were read. A date is copied whether the other was
    decided then or is to be.

    Raises:
        UnknownDecisionError: if there is no such decision, or its file cannot be read.
    """
    id_ = given.strip().removeprefix("./").removeprefix(f"{options.decisions}/").strip("/").removesuffix(SUFFIX)
    if id_ not in reading.ids:
        raise UnknownDecisionError(given, Choices(dict.fromkeys(reading.ids, ())).near(id_))
    tree = read_document(root, SourceFile(f"{options.decisions}/{id_}{SUFFIX}", id_)).tree
    if not isinstance(tree, Mapping):
        raise UnknownDecisionError(given, ())
    facts, grant = _group(tree, "decision"), _group(tree, "grant")
    found = {
        "body": _texts(facts.get("body")),
        "date": _texts(facts.get("date") or facts.get("meeting_date")),
        "source": _texts(grant.get("sources"), "source"),
        "source_url": _texts(tree.get("source_url")),
    }
    return id_, {name: values for name, values in found.items() if values}


def _group(tree: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    group = tree.get(key)
    return group if isinstance(group, Mapping) else {}


def _texts(value: object, key: str = "date") -> tuple[str, ...]:
    """Give one text or several; of a group, which may stand for a text, that at its ``key``."""
    if isinstance(value, str):
        return (value,) if value.strip() else ()
    if isinstance(value, Mapping):
        return _texts(value.get(key), key)
    if isinstance(value, list):
        return tuple(dict.fromkeys(text for item in value for text in _texts(item, key)))
    return ()
