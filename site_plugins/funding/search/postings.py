"""From the words of all runs of decisions to the terms that are published: keys with their forms, and with parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from funding.search.compounds import Part
from funding.search.encoding import framed, shared, text, uvarint
from funding.search.packs import LEVEL_BITS, Found, Gathering, Pack, drawer, pack, united
from funding.workers import Strip

SEPARATOR: Final = "\t"
"""Between the key and the root of a part, where both are packed as one word; no word holds it."""


class Terms:
    """Keys in their order, and the bytes of the entry of each in the files of terms and of positions."""

    def __init__(self) -> None:
        self.keys: list[str] = []
        self.bodies = Strip()
        self.places = Strip()

    def add(self, keys: Sequence[str], bodies: Sequence[bytes], places: Sequence[bytes]) -> None:
        """Set some terms aside, after all before them."""
        self.keys.extend(keys)
        self.bodies.add(bodies)
        self.places.add(places)


@dataclass(frozen=True, slots=True)
class Keys:
    """What the words of a site have in common.

    ``of`` gives the key of each word; ``known`` are the keys of the words of the site. ``divided`` are the words that
    are compounds. ``compounds`` are, for each part, the words that most decisions have among those that it is a part
    of.
    """

    of: Mapping[str, str]
    known: frozenset[str]
    divided: Container[str]
    compounds: Mapping[Part, Sequence[str]]


def parts_of_run(words: Iterable[Pack], parts: Mapping[str, tuple[Part, ...]]) -> dict[str, Pack]:
    """Give, of a run of decisions, in which of them each part of a compound stands, by drawer."""
    compounds: dict[Part, list[Found]] = defaultdict(list)
    for packed in words:
        for word, found in packed.items(among=parts):
            for part in parts[word]:
                compounds[part].append(found)
    drawers: dict[str, dict[str, Found]] = defaultdict(dict)
    for part, listed in compounds.items():
        drawers[drawer(part.key)][f"{part.key}{SEPARATOR}{part.root}"] = united(listed)
    return {letter: pack(found) for letter, found in drawers.items()}


def merged(packs: Iterable[tuple[int, Pack]]) -> dict[str, Gathering]:
    """Put together what runs of decisions have found; each with the number of its first decision."""
    found: dict[str, Gathering] = {}
    for base, packed in packs:
        for word, one in packed.items():
            if word in found:
                found[word].join(base, one)
            else:
                found[word] = Gathering(base, one)
    return found


def terms(
    words: Mapping[str, Gathering], parts: Mapping[str, Gathering], keys: Keys
) -> Iterator[tuple[str, bytes, bytes]]:
    """Give the terms of one drawer in the order of their keys, from what was found of its words and parts.

    Of each are given its key, the bytes of its entry, and those of its positions.
    """
    forms: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        forms[keys.of[word]].append(word)
    roots: dict[str, list[Part]] = defaultdict(list)
    for packed in sorted(parts):
        key, _, root = packed.partition(SEPARATOR)
        roots[key].append(Part(key, root))
    for key in sorted(forms.keys() | roots.keys()):
        own = forms.get(key, ())
        body = bytearray(uvarint(len(own)))
        for form in own:
            body += text(form) + uvarint(words[form].decisions << 1 | (form in keys.divided)) + _listed(words[form])
        body += uvarint(len(roots.get(key, ())))
        for part in roots.get(key, ()):
            compounds = keys.compounds[part]
            found_in = parts[f"{key}{SEPARATOR}{part.root}"]
            body += text(part.root) + uvarint(len(compounds)) + b"".join(map(text, compounds))
            body += uvarint(found_in.decisions) + _listed(found_in)
        body.append(key in keys.known)
        yield key, bytes(body), b"".join([framed(bytes(words[form].places)) for form in own])


def terms_payload(listed: Terms, numbers: range) -> bytes:
    """Write some terms one after the other, each key as what it has beyond the one before."""
    content = bytearray()
    before = b""
    for key, body in zip(listed.keys[numbers.start : numbers.stop], listed.bodies.pieces(numbers), strict=True):
        written = key.encode()
        content += shared(before, written)
        content += framed(body)
        before = written
    return bytes(content)


def places_payload(listed: Terms, numbers: range) -> bytes:
    """Write the positions of the same terms, in the same order."""
    return b"".join(map(framed, listed.places.pieces(numbers)))


def _listed(gathering: Gathering) -> bytes:
    """Write all postings; the first is counted from the number before that of the first decision, which is -1."""
    first = uvarint(gathering.head + (1 << LEVEL_BITS))
    return framed(first + bytes(gathering.postings))
