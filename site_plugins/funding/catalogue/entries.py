"""The entries of the catalogue in one language, each read when it is asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Final

from funding.against.rules import AGAINST_SEVERITIES
from funding.catalogue.example import Example, parse_example
from funding.catalogue.groups import CODES, WITHOUT_EXAMPLE, Group, group_of
from funding.labels import Words
from funding.problem import Severity
from funding.rules import SEVERITIES
from funding.source import load_texts

_PACKAGE: Final = Path(__file__).parents[1]
_EXAMPLES: Final = Path(__file__).parent / "examples"
_NEAR: Final = 3
_GIVEN: Final = "…"

READING_WARNINGS: Final = frozenset({"acknowledged-in-vain", "byte-order-mark"})
"""What reading and acknowledging only warn of; everything else of theirs is an error."""

_OF_RULES: Final = {**SEVERITIES, **AGAINST_SEVERITIES}


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a rule.

    ``title`` is what is wrong, a sentence without its full stop; ``law`` the law, standard or other ground where there
    is one.
    """

    title: str
    why: str
    mend: str
    law: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """All that the catalogue has of a code.

    ``message`` is what a check says, with ``…`` for what it would name. ``example`` is missing only for what no text
    can show.
    """

    code: str
    severity: Severity
    group: Group
    told: Told
    message: str
    example: Example | None


class Catalogue:
    """All entries in the language of some words."""

    def __init__(self, words: Words) -> None:
        self.words = words

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code, group by group."""
        return tuple(code for codes in CODES.values() for code in codes)

    def told(self, code: str) -> Told:
        """Give the words of a code.

        Raises:
            KeyError: if there is no such code, or it has no words.
        """
        return _told(self.words.lang, group_of(code))[code]

    def entry(self, code: str) -> Entry:
        """Give the whole entry of a code.

        Raises:
            KeyError: if there is no such code, or it has no words.
            OSError: if it has no example.
        """
        message = self.words.message(code).format_map(defaultdict(lambda: _GIVEN))
        return Entry(code, severity_of(code), group_of(code), self.told(code), message, example_of(code))

    def nearest(self, given: str) -> tuple[str, ...]:
        """Give the three codes that are most like what was given."""
        meant = given.lower().replace("_", "-").strip("[]")
        return tuple(get_close_matches(meant, self.codes, n=_NEAR, cutoff=0.0))


def severity_of(code: str) -> Severity:
    """Give how much a code weighs."""
    return _OF_RULES.get(code, Severity.WARNING if code in READING_WARNINGS else Severity.ERROR)


def example_of(code: str) -> Example | None:
    """Give the example of a code; ``None`` for what no text can show.

    Raises:
        OSError: if it has none.
        ExampleError: if it is not written as it must be.
    """
    return None if code in WITHOUT_EXAMPLE else parse_example((_EXAMPLES / f"{code}.txt").read_text("utf-8"))


@cache
def _told(lang: str, group: Group) -> Mapping[str, Told]:
    texts = load_texts(_PACKAGE / "locales" / lang / "rules" / f"{group}.yml")
    return {code: Told(entry["title"], entry["why"], entry["mend"], entry.get("law")) for code, entry in texts.items()}
