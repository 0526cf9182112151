"""From the words of all runs of decisions to the terms that are published: keys with their forms, and with parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from funding.search.compounds import Part
from funding.search.encoding import framed, shared, text, uvarint
from funding.search.packs import LEVEL_BITS, Found, Gathering, Pack, drawer, pack, united

SEPARATOR: Final = "\t"
"""Between the key and the root of a part, where both are packed as one word; no word holds it."""


@dataclass(frozen=True, slots=True)
class Term:
    """A key, and the bytes of its entry in the files of terms and of positions."""

    key: str
    body: bytes
    places: bytes


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


def parts_of_run(words: Mapping[str, Pack], parts: Mapping[str, tuple[Part, ...]]) -> dict[str, Pack]:
    """Give, of a run of decisions, in which of them each part of a compound stands, by drawer."""
    compounds: dict[Part, list[Found]] = defaultdict(list)
    for packed in words.values():
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


def terms(words: Mapping[str, Gathering], parts: Mapping[str, Gathering], keys: Keys) -> list[Term]:
    """Give the terms of one drawer in the order of their keys, from what was found of its words and parts."""
    forms: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        forms[keys.of[word]].append(word)
    roots: dict[str, list[Part]] = defaultdict(list)
    for packed in sorted(parts):
        key, _, root = packed.partition(SEPARATOR)
        roots[key].append(Part(key, root))
    found = []
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
        found.append(Term(key, bytes(body), b"".join([framed(bytes(words[form].places)) for form in own])))
    return found


def terms_payload(listed: Sequence[Term]) -> bytes:
    """Write some terms one after the other, each key as what it has beyond the one before."""
    content = bytearray()
    before = b""
    for term in listed:
        written = term.key.encode()
        content += shared(before, written)
        content += framed(term.body)
        before = written
    return bytes(content)


def places_payload(listed: Sequence[Term]) -> bytes:
    """Write the positions of the same terms, in the same order."""
    return b"".join([framed(term.places) for term in listed])


def _listed(gathering: Gathering) -> bytes:
    """Write all postings; the first is counted from the number before that of the first decision, which is -1."""
    first = uvarint(gathering.head + (1 << LEVEL_BITS))
    return framed(first + bytes(gathering.postings))
