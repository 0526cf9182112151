"""What can be chosen: the values of each facet with their labels, in the order of choice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from funding.labels import Words
from funding.model.vocabulary import ConditionType, Kind, Status
from funding.register import Register
from funding.search.facts import FACETS, STATES, Facts
from funding.search.texts import names_of

NONE: Final = -1
"""The place of what lies above a value above which nothing lies."""

STATE_KEY: Final = "search.state"


@dataclass(frozen=True, slots=True)
class Facets:
    """The facets of one register in one language; ``alphabetical`` gives the key that sorts labels."""

    register: Register
    words: Words
    alphabetical: Callable[[str], Any]

    def keys(self, facts: Iterable[Facts]) -> dict[str, tuple[str, ...]]:
        """Give the values of each facet in the order of choice: those that occur, and all of what is a short list."""
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

    def _ordered(self, name: str, occurring: Iterable[str]) -> tuple[str, ...]:
        match name:
            case "status":
                return tuple(status.value for status in Status if status is not Status.DRAFT)
            case "kind":
                return tuple(kind.value for kind in Kind)
            case "condition":
                return tuple(kind.value for kind in ConditionType)
            case "condition_state":
                return STATES
            case "year":
                return tuple(sorted(occurring, reverse=True))
            case "municipality":
                occurring = self.register.lists.municipalities
        return tuple(sorted(occurring, key=lambda key: (self.alphabetical(self._label(name, key)), key)))

    def _listed(self, name: str, keys: Sequence[str]) -> list[tuple[str, str, int]]:
        places = {key: place for place, key in enumerate(keys)}
        above = {"recipient": self.register.unit_parents, "source": self.register.source_parents}.get(name, {})
        return [(key, self._label(name, key), places.get(above.get(key) or "", NONE)) for key in keys]

    def _label(self, name: str, key: str) -> str:
        lists = self.register.lists
        match name:
            case "status":
                return self.words.value(Status(key))
            case "kind":
                return self.words.value(Kind(key))
            case "condition":
                return self.words.value(ConditionType(key))
            case "condition_state":
                return self.words.text(f"{STATE_KEY}.{key}")
            case "year":
                return key
        entries: Mapping[str, Mapping[str, Any]] = {
            "body": lists.bodies,
            "funder": lists.organisations,
            "source": lists.sources,
            "recipient": lists.organisations,
            "municipality": lists.municipalities,
            "theme": lists.themes,
        }
        return str(entries[name][key].name)

    def _other_names(self, recipients: Sequence[str]) -> dict[int, tuple[str, ...]]:
        organisations = self.register.lists.organisations
        named = {place: names_of(organisations[key])[1:] for place, key in enumerate(recipients)}
        return {place: names for place, names in named.items() if names}
