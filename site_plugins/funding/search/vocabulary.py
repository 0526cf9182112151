"""All words of a site together: how many decisions have each, their keys, the parts of compounds, and the terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import Final, Self

from funding.cache import Cache
from funding.digests import digest
from funding.search.compounds import Part, parts_of
from funding.search.packs import Pack
from funding.search.postings import Keys, Terms, merged, parts_of_run, terms
from funding.search.runs import Drawers, Runs
from funding.search.splitting import split_words
from funding.swedish import is_known, key, tokens
from funding.workers import spread

MOST_COMPOUNDS: Final = 6
"""How many compounds a reader is told that a word was found in."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """``counts`` tells how many decisions have each word, ``keys`` the key of each, ``parts`` those of compounds.

    ``inside`` tells how many decisions have the compounds of each half that is no word of the site itself, as it is
    written in them; a decision counts once for each compound.
    """

    counts: Mapping[str, int]
    keys: dict[str, str]
    parts: dict[str, tuple[Part, ...]]
    inside: dict[str, int]

    @classmethod
    def of(cls, counts: Mapping[str, int], cache: Cache | None = None) -> Self:
        """Give the words of all decisions; ``cache`` holds what was worked out of the same words before."""
        split = split_words([word for word in sorted(counts) if is_known(word)], cache)
        inside: dict[str, int] = {}
        for word, halves in split.halves.items():
            for half in halves:
                alone = split.alone[half]
                if alone not in counts:
                    inside[alone] = inside.get(alone, 0) + counts[word]
        keys = split.keys | {word: key(word) for word in counts if word not in split.keys}
        return cls(counts, keys, {word: parts_of(halves) for word, halves in split.halves.items()}, inside)

    def terms(self, runs: Runs, cache: Cache | None = None) -> Terms:
        """Give all terms in the order of their keys; ``cache`` holds what was found of parts before."""
        parts = self._parts(runs, cache)
        known = frozenset(key for word, key in self.keys.items() if is_known(word))
        keys = Keys(self.keys, known, {word for word, parts in self.parts.items() if parts}, self._compounds())

        def of_drawer(letter: str) -> list[tuple[str, bytes, bytes]]:
            own, inside = (merged(_placed(letter, runs, found)) for found in (runs.words, parts))
            return list(terms(own, inside, keys))

        listed = Terms()
        for found_in_drawer in spread(of_drawer, sorted(runs.words.letters | parts.letters)):
            listed.add(*zip(*found_in_drawer, strict=True))
        return listed

    def _parts(self, runs: Runs, cache: Cache | None) -> Drawers:
        """Give where the parts of compounds stand: known of a run where neither it nor its compounds have changed."""
        said = {word: f"{word} {' '.join(map('/'.join, parts))}" for word, parts in self.parts.items()}

        def of_run(number: int) -> tuple[str, dict[str, Pack]]:
            words = list(runs.words.of_run(number))
            compounds = (said[word] for one in words for word in one.listed() if word in said)
            entry = digest("parts", runs.grounds[number], *compounds)
            found = cache.load(entry) if cache else None
            if not isinstance(found, dict):
                found = parts_of_run(words, self.parts)
                if cache:
                    cache.save(entry, found)
            return entry, found

        parts = Drawers()
        for entry, found in spread(of_run, range(len(runs.words))):
            runs.entries.add(entry)
            parts.add(found)
        return parts

    def known_first(self, groups: Iterable[Sequence[str]]) -> list[tuple[list[str], list[str]]]:
        """Give groups of words for the same: those that some decision has, and the others; groups without any not."""
        alone = {*self.keys.values(), *(part.key for parts in self.parts.values() for part in parts)}

        def is_found(entry: str) -> bool:
            words = tokens(entry)
            return key(words[0]) in alone if len(words) == 1 else all(word in self.counts for word in words)

        halves = [
            ([entry for entry in group if is_found(entry)], [entry for entry in group if not is_found(entry)])
            for group in groups
        ]
        return [(found, others) for found, others in halves if found]

    def _compounds(self) -> dict[Part, list[str]]:
        """Give, for each part, the compounds that most decisions have, ties by code point."""
        found: dict[Part, list[str]] = {}
        for word, parts in self.parts.items():
            for part in parts:
                found.setdefault(part, []).append(word)
        return {
            part: nsmallest(MOST_COMPOUNDS, words, key=lambda word: (-self.counts[word], word))
            for part, words in found.items()
        }


def _placed(letter: str, runs: Runs, found: Drawers) -> Iterator[tuple[int, Pack]]:
    """Give the packs of a drawer, each with the number of the first decision of its run."""
    return ((runs.begin[run], packed) for run, packed in found.of_letter(letter))
