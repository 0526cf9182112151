"""Slips of the pen: wrong spellings of right values, each of which has one safe answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from funding.labels import Words
from funding.model import vocabulary
from funding.source import Document
from funding.source.layout import Scalar
from funding.writing.mends.spot import Layout, Step

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_AMOUNT = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+")
_POINTING = {"recipient", "partners", "body", "sources", "themes", "financing"}
_LONG = 8


@dataclass(frozen=True, slots=True)
class Slip:
    """A stretch of a text and what an editor wrote there by mistake."""

    start: int
    end: int
    wrong: str

    def made_in(self, text: str) -> str:
        """Give the text with the slip in it."""
        return text[: self.start] + self.wrong + text[self.end :]


def slips(document: Document, chance: Random) -> list[Slip]:
    """Give one slip for every place of a file that may have one."""
    layout = Layout(document.text, document.file)
    found: list[Slip] = []
    for step in layout.steps:
        if step.key and len(step.key.text) > _LONG and re.fullmatch("[a-z_]+", step.key.text) and not step.flow:
            found.append(Slip(step.key.start, step.key.end, chance.choice(list(_misspelt(step.key.text)))))
        if isinstance(step.node, Scalar) and step.node.style == "":
            wrong = list(_wrong(step, step.node.text))
            if wrong:
                found.append(Slip(step.node.start, step.node.end, chance.choice(wrong)))
    return found


def _wrong(step: Step, text: str) -> Iterator[str]:
    slot = step.slot.inside()
    day = _DAY.fullmatch(text)
    if slot.date and day:
        yield f"{day[1]}/{day[2]}/{day[3]}"
        yield f"{day[1]}{day[2]}{day[3]}"
        yield f"{int(day[3])} {Words('sv').text('writing.months').split()[int(day[2]) - 1]} {day[1]}"
    elif slot.number and _AMOUNT.fullmatch(text):
        yield text.replace(" ", ".")
        yield f"{text} kronor"
        yield f"{text}:-"
        if text.endswith(" 000"):
            yield f"{text[:-4]} tkr"
    elif slot.vocabulary and text != "not_stated":
        member = getattr(vocabulary, slot.vocabulary)(text)
        if "," not in (label := Words("sv").value(member)):
            yield label
    elif slot.truth:
        yield {"true": "ja", "false": "nej"}[text]
    elif step.where[-1] == "percent":
        yield f"{text} %"
    elif _POINTING & set(step.where[-2:]) and len(text) > _LONG and text.isascii() and not re.search("[0-9]", text):
        yield from _misspelt(text)


def _misspelt(text: str) -> Iterator[str]:
    """Misspell a word in its middle: a letter too few, one too many, or in capitals."""
    at = len(text) // 2
    at += text[at] in "-_"
    yield text[:at] + text[at + 1 :]
    yield text[:at] + text[at] + text[at:]
    yield text[0].upper() + text[1:]
