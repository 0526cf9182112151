"""What can be chosen: the values of each facet with their labels, in the order of choice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from funding.labels import Words
from funding.model.vocabulary import ConditionState, ConditionType, Kind, Status
from funding.register import Register
from funding.search.facts import FACETS, Facts
from funding.search.texts import names_of

NONE: Final = -1
"""The place of what lies above a value above which nothing lies."""

_VOCABULARIES: Final[Mapping[str, type[StrEnum]]] = {
    "status": Status,
    "kind": Kind,
    "condition": ConditionType,
    "condition_state": ConditionState,
}
"""The facets whose values are words of a vocabulary, and stand in its order."""


@dataclass(frozen=True, slots=True)
class Facets:
    """The facets of one register in one language; ``alphabetical`` gives the key that sorts labels."""

    register: Register
    words: Words
    alphabetical: Callable[[str], Any]

    def keys(self, facts: Iterable[Facts]) -> dict[str, tuple[str, ...]]:
        """Give the values of each facet that occur, in the order of choice."""
        found: list[dict[str, None]] = [{} for _ in FACETS]
        for fact in facts:
            for known, values in zip(found, fact.values, strict=True):
                known.update(dict.fromkeys(values))
        occurring = dict(zip(FACETS, found, strict=True))
        return {name: self._ordered(name, occurring[name]) for name in FACETS}

    def shown(self, keys: Mapping[str, Sequence[str]]) -> dict[str, Any]:
        """Give each facet as a list of key, label and the place of what lies above (or -1), and other names."""
        return {
            **{name: self._listed(name, listed) for name, listed in keys.items()},
            "also": {"recipient": self._other_names(keys["recipient"])},
        }

    def _ordered(self, name: str, occurring: Collection[str]) -> tuple[str, ...]:
        if name in _VOCABULARIES:
            return tuple(key for key in _VOCABULARIES[name] if key in occurring)
        if name == "year":
            return tuple(sorted(occurring, reverse=True))
        return tuple(sorted(occurring, key=lambda key: (self.alphabetical(self._label(name, key)), key)))

    def _listed(self, name: str, keys: Sequence[str]) -> list[tuple[str, str, int]]:
        places = {key: place for place, key in enumerate(keys)}
        above = {"recipient": self.register.unit_parents, "source": self.register.source_parents}.get(name, {})
        return [(key, self._label(name, key), places.get(above.get(key) or "", NONE)) for key in keys]

    def _label(self, name: str, key: str) -> str:
        if name == "year":
            return key
        if name in _VOCABULARIES:
            return self.words.value(_VOCABULARIES[name](key))
        return str(self._entries[name][key].name)

    @property
    def _entries(self) -> Mapping[str, Mapping[str, Any]]:
        lists = self.register.lists
        return {
            "body": lists.bodies,
            "funder": lists.organisations,
            "source": lists.sources,
            "recipient": lists.organisations,
            "municipality": lists.municipalities,
            "theme": lists.themes,
        }

    def _other_names(self, recipients: Sequence[str]) -> dict[int, tuple[str, ...]]:
        organisations = self.register.lists.organisations
        named = {place: names_of(organisations[key])[1:] for place, key in enumerate(recipients)}
        return {place: names for place, names in named.items() if names}
