"""Swedish sentences about regional projects, put together from lists of words and their forms.

Two lists of word parts alone give some 30 000 compounds, so that the texts hold as many different words as real ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

_WORDS: Final = Path(__file__).parent / "words"
_ROMAN: Final = ("I", "II", "III", "IV")
_NUMBERS: Final = (3, 4, 5, 6, 8, 10, 12, 15, 18, 20, 24, 25, 30, 35, 40, 50, 60)
_PLAIN: Final = str.maketrans("åäöéü", "aaoeu")

MUNICIPALITIES: Final = {
    "1880": "Örebro",
    "1883": "Karlskoga",
    "1881": "Kumla",
    "1861": "Hallsberg",
    "1885": "Lindesberg",
    "1884": "Nora",
    "1882": "Askersund",
    "1862": "Degerfors",
    "1860": "Laxå",
    "1864": "Ljusnarsberg",
    "1814": "Lekeberg",
    "1863": "Hällefors",
}
"""The municipalities of the corpus by their SCB codes, the largest first."""


@cache
def lines(name: str) -> tuple[str, ...]:
    """Give the lines of one list of words or sentences."""
    return tuple((_WORDS / f"{name}.txt").read_text("utf-8").splitlines())


@cache
def _inflected() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in lines("last_parts"))


def often_first(chance: Random, choices: Sequence[str]) -> str:
    """Choose one; the first are chosen more often than the last, as with words in real texts."""
    return choices[int(len(choices) * chance.random() ** 1.6)]


def place(chance: Random) -> str:
    """Give the name of a village that need not exist."""
    return chance.choice(lines("place_starts")) + chance.choice(lines("place_ends"))


def municipality(chance: Random) -> str:
    """Give the name of a municipality."""
    return often_first(chance, tuple(MUNICIPALITIES.values()))


def slug(text: str) -> str:
    """Give a text as it may stand in an address: a to z, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().translate(_PLAIN)).strip("-")


def compound(chance: Random, form: int = 0) -> str:
    """Give a compound in one of four forms: singular, the singular, plural, the plural."""
    return often_first(chance, lines("first_parts")) + chance.choice(_inflected())[form]


class Prose:
    """Writes texts with one source of chance, about one year."""

    def __init__(self, chance: Random, year: int) -> None:
        self._chance = chance
        self._year = year
        self._slots: dict[str, Callable[[], str]] = {
            "compound": lambda: compound(chance),
            "the_thing": lambda: compound(chance, 1),
            "things": lambda: compound(chance, 2),
            "the_things": lambda: compound(chance, 3),
            "adjective": lambda: often_first(chance, lines("adjectives")),
            "infinitive": lambda: often_first(chance, lines("infinitives")),
            "present": lambda: often_first(chance, lines("presents")),
            "group": lambda: chance.choice(lines("groups")),
            "actor": lambda: chance.choice(lines("actors")),
            "place": lambda: place(chance),
            "municipality": lambda: municipality(chance),
            "number": lambda: str(chance.choice(_NUMBERS)),
            "roman": lambda: chance.choice(_ROMAN),
            "year": lambda: str(year + chance.randint(-2, 2)),
        }

    def __getitem__(self, slot: str) -> str:
        """Fill a slot of a sentence; with a capital where the slot has one."""
        text = self._slots[slot.lower()]()
        return text if slot[0].islower() else text[0].upper() + text[1:]

    def one_of(self, name: str) -> str:
        """Give one filled-in line of a list of sentences."""
        return self._chance.choice(lines(name)).format_map(self)

    def sentences(self, count: int) -> str:
        """Give several sentences as one paragraph."""
        chosen = self._chance.sample(lines("sentences"), count)
        return " ".join(sentence.format_map(self) for sentence in chosen)

    def summary(self, most: int = 400) -> str:
        """Give a summary of one to three sentences, at most so many characters."""
        text = self.one_of("summaries")
        for _ in range(self._chance.randint(0, 2)):
            longer = f"{text} {self.one_of('summaries')}"
            text = longer if len(longer) <= most else text
        return text

    def paragraphs(self) -> list[str]:
        """Give an assessment: one to three paragraphs, in one of seven with a list, emphasis or a link."""
        made = [self.sentences(self._chance.randint(3, 6)) for _ in range(self._chance.randint(1, 3))]
        marked = self._chance.random()
        if marked < 0.07:
            made.append("\n".join(f"- {self.one_of('summaries')}" for _ in range(self._chance.randint(2, 4))))
        elif marked < 0.11:
            made.append(f"Förvaltningen bedömer att detta är **{self['adjective']} {self['things']}**.")
        elif marked < 0.14:
            made.append(f"Läs mer om [{self['the_things']}](https://www.region.example/{slug(self['things'])}).")
        return made
