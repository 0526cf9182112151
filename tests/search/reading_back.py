"""Reads a published index back, from its description alone: it shares no code with what writes it."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

Levels = Mapping[int, int]
"""The decisions that have something, by number, each with its level."""


@dataclass(frozen=True)
class Term:
    """A key: its forms, the compounds that it is in by root, and whether it is one of a word of the site.

    ``divided`` are the forms that are compounds.
    """

    forms: Mapping[str, Levels]
    roots: Mapping[str, tuple[list[str], Levels]]
    known: bool
    divided: frozenset[str]


class Bytes:
    """Takes numbers and texts off the front of bytes."""

    def __init__(self, content: bytes) -> None:
        self.content, self.at = content, 0

    def number(self) -> int:
        """Take a number: seven bits a byte, the low ones first."""
        found = shift = 0
        while True:
            byte = self.content[self.at]
            self.at += 1
            found += (byte % 128) << shift
            shift += 7
            if byte < 128:
                return found

    def numbers(self, count: int) -> list[int]:
        """Take so many numbers."""
        return [self.number() for _ in range(count)]

    def take(self, length: int) -> bytes:
        """Take so many bytes."""
        assert self.at + length <= len(self.content)
        self.at += length
        return self.content[self.at - length : self.at]

    def framed(self) -> Bytes:
        """Take bytes that stand behind their length."""
        return Bytes(self.take(self.number()))

    def text(self) -> str:
        """Take a text that stands behind its length."""
        return self.take(self.number()).decode()

    @property
    def left(self) -> bool:
        """Tell whether anything is left."""
        return self.at < len(self.content)


class Published:
    """A published index: its files by name, below its folder."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self.root: dict[str, Any] = json.loads(files["index.json"])
        self.documents: int = self.root["documents"]

    def opened(self, name: str) -> Bytes:
        """Give what a file holds."""
        return Bytes(zlib.decompress(self.files[name]))

    def json(self, name: str) -> Any:
        """Give the value of a file that is JSON."""
        return json.loads(self.opened(name).content)

    def names_of(self, family: str) -> list[str]:
        """Give the names of the numbered files of a family."""
        hashes = self.root[family]["files"]
        assert len(hashes) % 8 == 0
        return [f"{family}-{at // 8}.{hashes[at : at + 8]}.bin" for at in range(0, len(hashes), 8)]

    def blocks(self, family: str) -> list[Bytes]:
        """Give what each block of a family holds: as many of them a file as it says, the last may have fewer."""
        told = self.root[family]
        ends = list(accumulate(told["sizes"], initial=0))
        files = [self.files[name] for name in self.names_of(family)]
        per, content = told["per"], b"".join(files)
        assert list(accumulate(map(len, files))) == [*ends[per : len(told["sizes"]) : per], *ends[-1:]][: len(files)]
        assert len(content) == ends[-1]
        return [Bytes(zlib.decompress(content[start:end])) for start, end in pairwise(ends)]

    def named(self) -> set[str]:
        """Give every file that the index names."""
        single = [
            self.root["words"],
            self.root["facets"],
            *self.root["columns"].values(),
            *self.root["orders"].values(),
        ]
        families = ("rows", "table", "terms", "positions", "names", "lengths")
        return {"index.json", *single, *(name for family in families for name in self.names_of(family))}

    def terms(self) -> dict[str, Term]:
        """Give every key with what is found by it."""
        return {key: _term(body) for _, key, body in self._keyed("terms", lambda part: part.framed())}

    def texts(self) -> list[list[tuple[int, list[str]]]]:
        """Give the texts of each decision, each with its level, put together from the places of its words."""
        words: list[dict[int, tuple[int, str]]] = [{} for _ in range(self.documents)]
        for term, body in zip(self.terms().values(), self._places(), strict=True):
            for form, levels in term.forms.items():
                marks = body.framed()
                for number in levels:
                    place = 0
                    for mark in marks.numbers(marks.number()):
                        place += mark >> 2
                        assert place not in words[number]
                        words[number][place] = (mark & 3, form)
                assert not marks.left
            assert not body.left
        return [list(_side_by_side(found)) for found in words]

    def names(self) -> dict[str, dict[int, bool]]:
        """Give every name with the decisions that have it, and whether it is their own."""

        def found(part: Bytes) -> dict[int, bool]:
            number, known = -1, {}
            for mark in part.numbers(part.number()):
                number += mark >> 1
                known[number] = bool(mark & 1)
            return known

        return {key: body for _, key, body in self._keyed("names", found)}

    def lengths(self) -> dict[str, int]:
        """Give the words that a misspelt one may mean, with how many decisions have each."""
        starts = [*self.root["lengths"]["from"], 41]
        words: dict[str, int] = {}
        for number, part in enumerate(self.blocks("lengths")):
            found = {part.text(): part.number() for _ in range(part.number())}
            assert not part.left
            assert all(starts[number] <= len(word) < starts[number + 1] for word in found)
            words |= found
        return words

    def pages(self, family: str) -> list[Any]:
        """Give the entries of a family of pages, one a decision."""
        pages = [json.loads(block.content) for block in self.blocks(family)]
        assert {len(page) for page in pages[:-1]} <= {self.root[family]["size"]}
        return [row for page in pages for row in page]

    def facet(self, name: str) -> list[set[str]]:
        """Give the values that each decision has of a facet."""
        keys = [key for key, _, _ in self.json(self.root["facets"])[name]]
        column = self.opened(self.root["columns"][name])
        if name in {"status", "kind", "year"}:
            found = [{keys[number - 1]} if number else set() for number in column.numbers(self.documents)]
        else:
            found = [{keys[place] for place in column.numbers(column.number())} for _ in range(self.documents)]
        assert not column.left
        return found

    def amounts(self) -> list[int | None]:
        """Give the amount of each decision."""
        column = self.opened(self.root["columns"]["amount"])
        amounts: list[int | None] = [None]
        for step in column.numbers(column.number()):
            amounts.append((amounts[-1] or 0) + step)
        return [amounts[place] for place in column.numbers(self.documents)]

    def days(self) -> list[tuple[int, int]]:
        """Give the first and last day of each dated decision, in days since 1900-01-01; all others come after them."""
        column = self.opened(self.root["columns"]["decided"])
        first, *steps = column.numbers(column.number()) or [0]
        days = [first]
        for step in steps:
            days.append(days[-1] - step)
        spans: dict[int, int] = {}
        number = -1
        for _ in range(column.number()):
            number += column.number()
            spans[number] = column.number()
        assert not column.left
        return [(day, day + spans.get(number, 0)) for number, day in enumerate(days)]

    def order(self, name: str) -> list[int]:
        """Give the numbers of the decisions in an order."""
        ranks = self.opened(self.root["orders"][name]).numbers(self.documents)
        assert sorted(ranks) == list(range(self.documents))
        return sorted(range(self.documents), key=ranks.__getitem__)

    def _keyed(self, family: str, read: Callable[[Bytes], Any]) -> Iterator[tuple[int, str, Any]]:
        """Give the entries of a family with the number of their file, which must be where its key leads."""
        starts = self.root[family]["from"]
        last = None
        for number, part in enumerate(self.blocks(family)):
            key = b""
            while part.left:
                key = key[: part.number()] + part.take(part.number())
                text = key.decode()
                assert last is None or last < text
                assert max(place for place, start in enumerate(starts) if start <= text) == number
                yield number, text, read(part)
                last = text

    def _places(self) -> Iterator[Bytes]:
        blocks = self.blocks("positions")
        assert len(blocks) == len(self.blocks("terms"))
        for block in blocks:
            while block.left:
                yield block.framed()


def _term(body: Bytes) -> Term:
    forms: dict[str, Levels] = {}
    divided = set()
    for _ in range(body.number()):
        form, told = body.text(), body.number()
        forms[form] = _levels(body, told >> 1)
        if told & 1:
            divided.add(form)
    roots = {
        body.text(): ([body.text() for _ in range(body.number())], _levels(body, body.number()))
        for _ in range(body.number())
    }
    (known,) = body.take(1)
    assert not body.left
    return Term(forms, roots, bool(known), frozenset(divided))


def _levels(body: Bytes, count: int) -> dict[int, int]:
    marks = body.framed()
    number, found = -1, {}
    while marks.left:
        mark = marks.number()
        number += mark >> 2
        found[number] = mark & 3
    assert len(found) == count
    return found


def _side_by_side(words: Mapping[int, tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
    """Put words together that stand in consecutive places; those of a text have one level."""
    texts: list[list[int]] = []
    for place in sorted(words):
        if texts and texts[-1][-1] == place - 1:
            texts[-1].append(place)
        else:
            texts.append([place])
    for places in texts:
        (level,) = {words[place][0] for place in places}
        yield level, [words[place][1] for place in places]
