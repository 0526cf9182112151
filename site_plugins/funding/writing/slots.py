"""What may stand where in a file, as the writer sees it: the order of the keys and the spelling of the values.

All of it comes from the model; nothing is listed twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Any, Final, get_args, get_origin

from funding.model.dates import PartialDate, PrintedDate
from funding.model.decision import Decision
from funding.model.keys import parts_in
from funding.model.later import ITEM_FAMILIES, Changes
from funding.model.money import Change, Money, MoneyOrZero, Payment, Percent
from funding.model.parsing import INTERNAL, OneOrMany, OrShort, Parsed
from funding.model.part import Part
from funding.model.registers import ENTRY_TYPES
from funding.model.texts import VOCABULARY, CountyCode, Months, MunicipalityCode, Prose, Short, Truth, Year
from funding.source import SourceFile


def _parser(annotation: Any) -> Parsed:
    parsed: Parsed = get_args(annotation)[1]
    return parsed


NUMBERS: Final = frozenset(
    _parser(form) for form in (Money, MoneyOrZero, Change, Payment, Percent, Months, Year, MunicipalityCode, CountyCode)
)
"""The parsers of values that any YAML may take for a number without harm."""
_TRUTH: Final = _parser(Truth)
FOLDED: Final = frozenset({_parser(Prose), _parser(Short)})
"""The parsers of texts that are broken over several lines where they are long."""


@dataclass(frozen=True, slots=True)
class Slot:
    """What one key may hold: a part with keys of its own, a value of one parser, or either.

    ``rank`` is the key's place among its sisters, which are sorted by it. ``short`` is the key of ``part`` whose value
    may stand alone in its place. ``keyed`` marks a mapping of free keys with such values. ``many`` tells whether a
    list may stand there.
    """

    rank: tuple[int, ...] = ()
    part: type[Part] | None = None
    parsed: Parsed | None = None
    date: bool = False
    short: str | None = None
    keyed: bool = False
    many: bool = False

    @property
    def number(self) -> bool:
        """Whether any YAML may take the value for a number without harm."""
        return self.date or self.parsed in NUMBERS

    @property
    def folds(self) -> bool:
        """Whether the value is a text that is broken over several lines where it is long."""
        return self.parsed in FOLDED

    @property
    def truth(self) -> bool:
        """Whether the value is true or false."""
        return self.parsed is _TRUTH

    @property
    def vocabulary(self) -> str | None:
        """The name of the vocabulary that the value is a word of."""
        name = self.parsed.schema.get(VOCABULARY) if self.parsed else None
        return str(name) if name else None

    def inside(self) -> Slot:
        """Give the slot of a value that stands alone in the place of this slot's part."""
        return slots_of(self.part)[self.short] if self.part and self.short else self

    def child(self, key: str) -> Slot:
        """Give the slot of a key in the mapping that stands in this one."""
        if self.keyed:
            return Slot(part=self.part, parsed=self.parsed, date=self.date)
        if self.date and self.part is None:
            return slots_of(PrintedDate).get(key, UNKNOWN)
        if self.part is None:
            return UNKNOWN
        if self.part is Changes:
            return _change_slot(key)
        return slots_of(self.part).get(key, UNKNOWN)


UNKNOWN: Final = Slot(rank=(10_000,))
"""A key that the model does not have."""


def root_slot(file: SourceFile) -> Slot:
    """Give the slot of a whole file."""
    return Slot(part=ENTRY_TYPES[file.register], keyed=True) if file.register else Slot(part=Decision)


@cache
def slots_of(part: type[Part]) -> Mapping[str, Slot]:
    """Give the slots of a part by key, in the order of its fields."""
    return MappingProxyType(
        {
            field.alias or name: _slot(rank, field.annotation, field.metadata)
            for rank, (name, field) in enumerate(part.model_fields.items())
        }
    )


@cache
def _change_slot(path: str) -> Slot:
    """Give the slot of a path of ``set``; paths come in the order that their keys have in a decision."""
    slots = slots_of(Changes)
    family = next((name for name, form in ITEM_FAMILIES.items() if re.fullmatch(form, path)), path)
    found = slots.get(family)
    if found is None:
        return UNKNOWN
    return replace(found, rank=_rank(path), keyed=found.keyed and family == path)


def _rank(path: str) -> tuple[int, ...]:
    """Give the ranks of the keys that a path leads over in a decision, down to the first item."""
    slot = Slot(part=Decision)
    ranks: tuple[int, ...] = ()
    for key in path.split("."):
        slot = slot.child(key)
        if slot is UNKNOWN:
            break
        ranks = (*ranks, *slot.rank)
    return ranks


def known_keys(slot: Slot) -> tuple[str, ...]:
    """Give the keys that may stand in the mapping of a slot; none where they are free."""
    if slot.keyed or (slot.part is None and not slot.date):
        return ()
    return tuple(key for key in slots_of(slot.part or PrintedDate) if not key.startswith(INTERNAL))


def _slot(rank: int, annotation: Any, metadata: list[Any]) -> Slot:
    forms = [*_forms(annotation), *metadata]
    parsed = next((form for form in forms if isinstance(form, Parsed)), None)
    short = next((form.key for form in forms if isinstance(form, OrShort)), None)
    return Slot(
        rank=(rank,),
        part=next(parts_in(annotation), None),
        parsed=parsed,
        date=PartialDate in forms,
        short=short,
        keyed=any(get_origin(form) is dict for form in forms),
        many=any(isinstance(form, OneOrMany) for form in forms),
    )


def _forms(annotation: Any) -> Iterator[Any]:
    """Give a type and everything that it is made of but the keys of its mappings."""
    yield annotation
    inner = get_args(annotation)
    for form in inner[1:] if get_origin(annotation) is dict else inner:
        yield from _forms(form)
