"""What an answer may point at, found by whichever name an editor knows it by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from heapq import nlargest
from typing import Final

from funding.check.reading import Reading
from funding.model.registers import FundSource, Organisation
from funding.scaffold.naming import plain
from funding.source import RegisterName

_NEAREST: Final = 3
_INSIDE: Final = 1.0
"""What it adds to a likeness, from 0 to 1, that what was given stands in the name as it is."""


class Choices:
    """Ids with their names; ``names`` holds for each what it is called today, then what else it is known by."""

    def __init__(self, names: Mapping[str, tuple[str, ...]]) -> None:
        self.names = names
        self._found: tuple[dict[str, set[str]], ...] = (defaultdict(set), defaultdict(set), defaultdict(set))
        for id_, known in names.items():
            for tier, spellings in zip(self._found, ([id_], known[:1], known[1:]), strict=True):
                for spelling in spellings:
                    tier[_key(spelling)].add(id_)

    def find(self, given: str) -> str | None:
        """Give the one id that has this id, else this name, else is known by it; ``None`` for none or several."""
        key = _key(given)
        matching = next((tier[key] for tier in self._found if key in tier), set())
        return next(iter(matching)) if len(matching) == 1 else None

    def near(self, given: str) -> tuple[str, ...]:
        """Give the three ids most like what was given, best first."""
        key = _key(given)
        likeness: dict[str, float] = {}
        matcher = SequenceMatcher(b=key, autojunk=False)
        for tier in self._found:
            for spelling, ids in tier.items():
                matcher.set_seq1(spelling)
                score = matcher.ratio() + (_INSIDE if key in spelling else 0)
                likeness.update({id_: max(score, likeness.get(id_, 0)) for id_ in ids})
        return tuple(nlargest(_NEAREST, likeness, key=lambda id_: (likeness[id_], id_)))

    def called(self, id_: str) -> str:
        """Give what an id is called, for showing beside it."""
        return self.names[id_][0] if self.names[id_] else id_

    def completions(self, given: str) -> tuple[str, ...]:
        """Give what a beginning may be completed to: ids, else names, else the one that has it somewhere inside."""
        return completed(given, (tuple(self.names), tuple(name for known in self.names.values() for name in known)))


def completed(given: str, tiers: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Give what a beginning may be completed to: of the first tier that has any, else the only one that holds it."""
    key = _key(given)
    everything: list[str] = []
    for tier in tiers:
        known = list(tier)
        if beginning := tuple(text for text in known if _key(text).startswith(key)):
            return beginning
        everything += known
    inside = tuple(text for text in everything if key in _key(text))
    return inside if len(inside) == 1 else ()


def choices_in(reading: Reading, register: RegisterName) -> Choices:
    """Give what may be pointed at in a register; an entry that is faulty is known by its id alone."""
    entries = getattr(reading.registers, register.value)
    names: dict[str, tuple[str, ...]] = dict.fromkeys(reading.known.get(register, ()), ())
    names.update({id_: tuple(_names(entry)) for id_, entry in entries.items()})
    return Choices(dict(sorted(names.items())))


def _names(entry: object) -> Iterable[str]:
    name = next((getattr(entry, key) for key in ("name", "title", "text") if hasattr(entry, key)), None)
    if name:
        yield name
    if isinstance(entry, Organisation | FundSource):
        yield from (former.name for former in entry.former_names or ())
    if isinstance(entry, Organisation):
        yield from entry.aliases or ()
        if entry.organisation_number:
            yield from (entry.organisation_number, entry.organisation_number.replace("-", ""))


def _key(text: str) -> str:
    return plain(text) or text.strip().casefold()
