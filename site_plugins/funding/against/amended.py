"""Later decisions of one file at two times: which is which, and what in them is protected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from funding.against.protected import Guarded, text_of
from funding.model.later import Amendment
from funding.model.money import grouped
from funding.model.parsing import NOT_STATED_TEXT
from funding.model.vocabulary import AmendmentStatus

_GUARDED_PATHS: Final = ("grant.", "recipient", "period", "conditions")
_STATES: Final = frozenset({"due", "met", "failed"})
_FORWARD: Final = {
    AmendmentStatus.APPLIED: {
        AmendmentStatus.PROPOSED,
        AmendmentStatus.GRANTED,
        AmendmentStatus.REJECTED,
        AmendmentStatus.WITHDRAWN,
    },
    AmendmentStatus.PROPOSED: {AmendmentStatus.GRANTED, AmendmentStatus.REJECTED, AmendmentStatus.WITHDRAWN},
}


def paired(then: Sequence[Amendment], now: Sequence[Amendment]) -> list[tuple[int, int]]:
    """Pair the later decisions of two versions by their indexes: by id, else by date, else in their order."""
    pairs: list[tuple[int, int]] = []
    left, right = list(range(len(then))), list(range(len(now)))
    for key in (_by_id, _by_date):
        for old in list(left):
            name = key(then[old])
            match = next((new for new in right if name is not None and key(now[new]) == name), None)
            if match is not None:
                pairs.append((old, match))
                left.remove(old)
                right.remove(match)
    in_place = (new for new in right if new < len(then))
    return sorted([*pairs, *zip(left, in_place, strict=False)])


def stepped(then: Amendment, now: Amendment) -> bool:
    """Tell whether a later decision that was no decision yet has become one, or come to nothing."""
    return now.status in _FORWARD.get(then.status, ())


def guarded_of(amendment: Amendment, index: int) -> Iterator[Guarded]:
    """Give every protected value of a later decision, by the paths that a correction names it by.

    ``index`` is the one that it has in the file of today.
    """
    pointers = tuple(pointer for pointer in (_by_id(amendment), _by_date(amendment)) if pointer)
    plain = {
        "status": amendment.status,
        "date": amendment.date,
        "body": amendment.body and ", ".join(sorted(amendment.body)),
        "paragraph": amendment.paragraph,
        "change": amendment.change,
        "voids": amendment.voids,
    }
    place = ("amendments", index)
    for key, value in plain.items():
        text = text_of(value)
        if text is not None:
            yield Guarded("amendments", {key: text}, (*place, key), _names(pointers, index, key))
    for path, new in _set_by(amendment):
        names = (*_names(pointers, index, f"set.{path}"), *_names(pointers, index, path))
        yield Guarded("amendments", {path: _text(new)}, (*place, "set", path), names)


def _set_by(amendment: Amendment) -> Iterator[tuple[str, object]]:
    """Give every protected value that a later decision sets, in the long form, by its path."""
    if not amendment.set:
        return
    for path, new in amendment.set.model_dump(mode="json", by_alias=True, exclude_none=True).items():
        if path.startswith(_GUARDED_PATHS) and new != NOT_STATED_TEXT and path not in amendment.set.item_states:
            yield path, new


def _text(value: object) -> str:
    """Write a value on one line; the state of a condition is no part of it."""
    if isinstance(value, dict):
        return ", ".join(f"{key} {_text(inner)}" for key, inner in value.items() if key not in _STATES)
    if isinstance(value, list):
        return ", ".join(map(_text, value))
    return grouped(value) if isinstance(value, int) else " ".join(str(value).split())


def _names(pointers: tuple[str, ...], index: int, key: str) -> tuple[str, ...]:
    return tuple(f"{pointer}.{key}" for pointer in (*pointers, str(index)))


def _by_id(amendment: Amendment) -> str | None:
    return amendment.id


def _by_date(amendment: Amendment) -> str | None:
    return text_of(amendment.when)
