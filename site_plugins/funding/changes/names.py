"""The names of what ids point at, on either side of a change."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from funding.against import Sides
from funding.labels import Words
from funding.model.registers import StandardCondition, Terms
from funding.source import RegisterName

_POINTING: Final[Mapping[str, tuple[RegisterName, ...]]] = MappingProxyType(
    {
        "recipient": (RegisterName.ORGANISATIONS,),
        "partners": (RegisterName.ORGANISATIONS,),
        "owner": (RegisterName.ORGANISATIONS,),
        "unit_of": (RegisterName.ORGANISATIONS,),
        "succeeded_by": (RegisterName.ORGANISATIONS,),
        "organisation": (RegisterName.ORGANISATIONS,),
        "financier": (RegisterName.ORGANISATIONS, RegisterName.SOURCES),
        "body": (RegisterName.BODIES,),
        "source": (RegisterName.SOURCES,),
        "part_of": (RegisterName.SOURCES,),
        "standard": (RegisterName.CONDITIONS,),
        "terms": (RegisterName.TERMS,),
        "themes": (RegisterName.THEMES,),
        "municipalities": (RegisterName.MUNICIPALITIES,),
        "municipality": (RegisterName.MUNICIPALITIES,),
    }
)
"""Which keys hold ids of a register, whatever part they stand in."""


class Names:
    """Gives what an id is called, today if it is there, else as it was called then."""

    def __init__(self, sides: Sides, words: Words) -> None:
        self._lists = (sides.now.reading.registers, sides.then.reading.registers)
        self._words = words

    def of(self, key: str, id_: str) -> str | None:
        """Give the name behind the value of a key, where that key holds ids and the id is known."""
        found = (self.entry(register, id_) for register in _POINTING.get(key, ()))
        return next((name for name in found if name is not None), None)

    def entry(self, register: RegisterName, id_: str) -> str | None:
        """Give the name of an entry of a register; of a standard condition what it asks for, and its id."""
        for lists in self._lists:
            entry = getattr(lists, register.value).get(id_)
            if isinstance(entry, StandardCondition):
                return self._words.text("changes.standard", kind=self._words.value(entry.type), id=id_)
            if entry is not None:
                return entry.title if isinstance(entry, Terms) else str(entry.name)
        return None
