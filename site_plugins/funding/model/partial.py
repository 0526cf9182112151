"""What can be judged of a decision that has faults: everything but the faulty keys, which are left open.

An open key has no value at all, not even none: whoever asks for it gets :class:`AttributeError`, which
:func:`is_open` knows. So what somebody finds out without asking for an open key is as true after the mend as before it,
whatever the mend is. Such a decision is for finding problems only; it is never published.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any, Final, TypeVar

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from funding.model.decision import Decision
from funding.model.keys import parts_in
from funding.model.parsing import INTERNAL
from funding.model.part import Part
from funding.model.vocabulary import Status
from funding.problem import KeyPath
from funding.source import Remains, Tree

UNKNOWN_KEY: Final = frozenset({"extra_forbidden", "unexpected_keyword_argument"})
"""What pydantic calls a key that a model, or a dataclass, does not have."""

_MOST_FAULTS: Final = 20
"""A file with more is another thing than a decision with faults."""
_MOST_ROUNDS: Final = 4
"""How often what is left may turn out to lean on what is open."""
_ALIKE: Final = 0.5
_STAND_IN: Final[Mapping[str, Tree]] = MappingProxyType(
    {"title": "x", "status": Status.GRANTED.value, "recipient": "x", "decision": {"body": "x"}}
)
"""What stands for a key that a decision must have while it is typed; the key is open all the same."""
_MAY_HIDE: Final = frozenset({("status",), ("publication",), ("publication", "removed")})
"""Where these are open nobody knows whether the decision is judged at all: drafts and tombstones are not."""
_DRAFT_SAID: Final = (Status.DRAFT.value, "utkast", "koncept")

P = TypeVar("P", bound=Part)


def partial_decision(
    tree: Mapping[str, Tree], faults: Sequence[ErrorDetails], remains: Remains | None = None
) -> Decision | None:
    """Type a decision without the keys that have faults; ``None`` where too little is known of it.

    ``remains`` is where the tree comes from, if it is not that of a whole file: what cannot be read may be any key.
    """
    if len(faults) > _MOST_FAULTS:
        return None
    open_keys = {way for fault in faults for way in _open(tree, fault)}
    if remains:
        absent = _fields(Decision).keys() - tree.keys()
        open_keys |= {
            (key,) for key in absent if key in remains.words or not remains.strays <= _fields(Decision).keys()
        }
    known = {key: value for key, value in tree.items() if key in _fields(Decision)}
    for _ in range(_MOST_ROUNDS):
        if () in open_keys or _may_be_hidden(tree, open_keys):
            return None
        try:
            decision = Decision.model_validate(_without(known, open_keys, faults))
        except ValidationError as error:
            more = {_field_of(fault["loc"]) for fault in error.errors(include_url=False)}
            open_keys |= {way[:-1] if way in open_keys else way for way in more}
            continue
        for way in open_keys:
            _leave_open(decision, way)
        return decision
    return None


def is_open(error: AttributeError) -> bool:
    """Tell whether somebody asked a part for a key that is left open, rather than for one that it cannot have."""
    return isinstance(error.obj, Part) and error.name in type(error.obj).model_fields


def _open(tree: Mapping[str, Tree], fault: ErrorDetails) -> Iterator[KeyPath]:
    """Give the keys that must be left open because of one fault: its own, or those that an unknown key may mean."""
    way = _field_of(fault["loc"])
    loc = _clean(fault["loc"])
    if fault["type"] not in UNKNOWN_KEY or len(way) < len(loc) - 1:
        yield way
        return
    part, value = _part_at(way), _value_at(tree, way)
    if part is None or not isinstance(value, dict):
        yield way
        return
    absent = [key for key in _fields(part) if key not in value]
    yield from ((*way, key) for key in _meant(str(loc[-1]), fault["input"], part, absent))


def _meant(key: str, value: Tree, part: type[Part], absent: list[str]) -> Iterable[str]:
    """Give the absent keys that an unknown one may mean: those like it and those that take its value, else all."""
    near = get_close_matches(key.lower(), absent, n=len(absent) or 1, cutoff=_ALIKE)
    return {*near, *(name for name in absent if _takes(part, name, value))} or absent


def _takes(part: type[Part], key: str, value: Tree) -> bool:
    try:
        part.model_validate({key: value})
    except ValidationError as error:
        return all(fault["loc"][:1] != (key,) for fault in error.errors(include_url=False))
    return True


def _may_be_hidden(tree: Mapping[str, Tree], open_keys: Iterable[KeyPath]) -> bool:
    for way in _MAY_HIDE.intersection(open_keys):
        said = tree.get("status")
        if way != ("status",) or not isinstance(said, str) or not said:
            return True
        if get_close_matches(said.lower(), _DRAFT_SAID, n=1):
            return True
    return False


def _without(tree: Mapping[str, Tree], open_keys: Iterable[KeyPath], faults: Iterable[ErrorDetails]) -> dict[str, Tree]:
    """Give a copy of a tree without some keys, those that must be there with a stand-in, and without unknown keys."""
    unknown = (_clean(fault["loc"]) for fault in faults if fault["type"] in UNKNOWN_KEY)
    left: dict[str, Tree] = _copied(tree)
    for way in (*(way for way in unknown if len(way) > 1), *sorted(open_keys, key=len)):
        around: Any = left
        for step in way[:-1]:
            around = around.get(step) if isinstance(around, dict) else None
        if isinstance(around, dict):
            around.pop(way[-1], None)
            stand_in = _value_at(_STAND_IN, way)
            if stand_in is not None:
                around[way[-1]] = _copied(stand_in)
    return left


def _copied(tree: Any) -> Any:
    return {key: _copied(value) for key, value in tree.items()} if isinstance(tree, Mapping) else tree


def _leave_open(decision: Decision, way: KeyPath) -> None:
    part: Any = decision
    for key in way[:-1]:
        part = getattr(part, _fields(type(part))[str(key)][0], None)
        if not isinstance(part, Part):
            return
    object.__delattr__(part, _fields(type(part))[str(way[-1])][0])


def _field_of(loc: KeyPath) -> KeyPath:
    """Give the way to the smallest part of a decision that can be left open and holds a place: no item of a list."""
    way: list[str] = []
    part: type[Part] | None = Decision
    for step in _clean(loc):
        if part is None or step not in _fields(part):
            break
        way.append(str(step))
        part = _only_part(_fields(part)[str(step)][1])
    return tuple(way)


def _part_at(way: KeyPath) -> type[Part] | None:
    part: type[Part] | None = Decision
    for step in way:
        part = _only_part(_fields(part)[str(step)][1]) if part else None
    return part


def _only_part(field: FieldInfo) -> type[Part] | None:
    return next(parts_in(field.annotation), None)


def _value_at(tree: Any, way: KeyPath) -> Any:
    for step in way:
        tree = tree.get(step) if isinstance(tree, Mapping) else None
    return tree


def _fields(part: type[Part]) -> dict[str, tuple[str, FieldInfo]]:
    """Give the keys of a part as a file has them, each with its attribute and its field."""
    return {field.alias or name: (name, field) for name, field in part.model_fields.items()}


def _clean(loc: KeyPath) -> KeyPath:
    return tuple(step for step in loc if not str(step).startswith(INTERNAL))
