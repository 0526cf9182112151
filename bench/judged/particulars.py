"""Queries about what stands in the record: names, numbers, conditions, themes, places, and words of everyday speech."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench.corpus.organisations import OWN
from bench.corpus.prose import MUNICIPALITIES, lines
from bench.judged.facts import Facts, Ids, words_of
from bench.judged.queries import Judged, chance_of, judged
from funding.model.parsing import NotStated

EACH: Final = 16
_UNDOTTED: Final = str.maketrans("åäöé", "aaoe")
_SYNONYMS: Final = Path(__file__).parent / "synonyms.txt"

_CONDITIONS: Final = {
    "EU-medel": "eu_grant",
    "full finansiering": "full_financing",
    "fullt finansierad budget": "full_financing",
    "villkor om synlighet": "visibility",
    "egen redovisning": "separate_accounts",
    "särredovisas i bokföringen": "separate_accounts",
    "enskild vinning": "no_private_gain",
    "får inte gynna enskilda företag": "no_private_gain",
    "statsstöd": "state_aid",
    "avtal med annan": "third_party_agreement",
    "krav på utvärdering": "evaluation",
    "lägesrapport varje halvår": "reporting",
    "ansökan om utbetalning": "claims",
    "rekvireras två gånger per år": "claims",
    "annan finansiär": "other_funder_grant",
}
"""What people ask of conditions, in the words of the conditions' names and wordings, and the type that it means."""

_THEMES: Final = {
    "besöksnäring": ("besoksnaring", ("besöks",)),
    "digitalisering": ("digitalisering", ("digitaliserings",)),
    "folkhälsa": ("folkhalsa", ("folkhälso",)),
    "forskning och innovation": ("innovation", ()),
    "innovation": ("innovation", ("innovations",)),
    "klimat och energi": ("klimat", ()),
    "klimat": ("klimat", ("klimat",)),
    "kompetensförsörjning": ("kompetens", ()),
    "kultur": ("kultur", ("kultur",)),
    "landsbygd": ("landsbygd", ("landsbygds",)),
    "näringsliv": ("naringsliv", ()),
    "transporter": ("transport", ("transport",)),
    "resande": ("transport", ()),
}
"""What people call themes; the id of the theme, and the first parts of compounds that have to do with the same."""


def names(facts: Facts) -> Iterator[Judged]:
    """Ask for a recipient by its whole name, by its first words, or typed without dots or in capitals.

    Right is what it has received, by any of its names; fair is what it is a partner in, and what begins alike.
    """
    chance, register = chance_of("name"), facts.register
    receivers = {id_ for record in facts.records.values() for id_ in record.all_recipients} - {OWN}
    for number, organisation in enumerate(chance.sample(sorted(receivers), EACH)):
        name = register.lists.organisations[organisation].name
        spelt = (name, " ".join(name.split()[:2]), name.lower().translate(_UNDOTTED), name.upper())[number % 4]
        like = {id_ for id_ in receivers if register.lists.organisations[id_].name.startswith(spelt)} | {organisation}
        yield judged("name", spelt, received(facts, like), _partnered(facts, like))


def received(facts: Facts, organisations: set[str]) -> Ids:
    """Give the decisions that ever gave something to one of some organisations."""
    return frozenset(id_ for id_, one in facts.records.items() if not organisations.isdisjoint(one.all_recipients))


def _partnered(facts: Facts, organisations: set[str]) -> Ids:
    return frozenset(
        id_ for id_, one in facts.records.items() if not organisations.isdisjoint(one.current.partners or ())
    )


def numbers(facts: Facts) -> Iterator[Judged]:
    """Ask for a diary or organisation number as people type it: right is its decision, or all of the organisation."""
    chance = chance_of("number")
    numbered = {
        id_: record.original.references[0].value
        for id_, record in facts.records.items()
        if record.original.references and not isinstance(record.original.references, NotStated)
    }
    for number, id_ in enumerate(chance.sample(sorted(numbered), EACH)):
        text = numbered[id_]
        year, series, rest = text[:2], text[2:4], text[4:]
        spelt = (text, text.lower(), f"dnr {text}", f"{year} {series} {rest}", f"{year}-{series}-0{rest}")[number % 5]
        yield judged("number", spelt, frozenset(one for one, value in numbered.items() if value == text))
    lists = facts.register.lists.organisations
    receivers = sorted({one for record in facts.records.values() for one in record.all_recipients} - {OWN})
    for number, one in enumerate(
        chance.sample([one for one in receivers if lists[one].organisation_number], EACH // 2)
    ):
        text = lists[one].organisation_number or ""
        spelt = (text, text.replace("-", ""), f"16{text}", f"orgnr {text}")[number % 4]
        yield judged("number", spelt, received(facts, {one}))


def conditions(facts: Facts) -> Iterator[Judged]:
    """Ask for a condition by its name or words of its wording: right is every decision with that type of condition."""
    for text, type_ in _CONDITIONS.items():
        right = frozenset(
            id_
            for id_, record in facts.records.items()
            if any(worded.type.value == type_ for worded in facts.register.conditions(record))
        )
        yield judged("condition", text, right)


def themes(facts: Facts) -> Iterator[Judged]:
    """Ask for a theme: right is what belongs to it, and what names it, in any form, or a thing of the same kind."""
    for text, (theme, firsts) in _THEMES.items():
        own = (id_ for id_, record in facts.records.items() if theme in (record.current.themes or ()))
        named = (ids for thing, ids in facts.things.items() if thing.first in firsts)
        said = (ids for word, ids in facts.saying.items() if word.startswith(text))
        yield judged("theme", text, frozenset(own).union(*said, *named))


def places(facts: Facts) -> Iterator[Judged]:
    """Ask for a municipality: right is what works there, names it or went to somebody named so; or for a village.

    Of a village, what names it in title or summary is right. Fair is what somebody named so received or shares.
    """
    chance = chance_of("place")
    for code, name in MUNICIPALITIES.items():
        in_name = {id_ for id_, one in facts.register.lists.organisations.items() if name in one.name}
        right = facts.in_municipality(code) | facts.saying.get(name.lower(), frozenset()) | received(facts, in_name)
        yield judged("place", name, right, _partnered(facts, in_name))
    villages = {(start + end).lower() for start in lines("place_starts") for end in lines("place_ends")}
    for village in chance.sample(sorted(villages & facts.titled.keys()), EACH):
        right = facts.saying[village] | facts.saying.get(f"{village}s", frozenset())
        in_name = {
            id_
            for id_, one in facts.register.lists.organisations.items()
            if {village, f"{village}s"} & set(words_of(one.name))
        }
        yield judged("place", village, right, received(facts, in_name) | _partnered(facts, in_name))


def synonyms(facts: Facts) -> Iterator[Judged]:
    """Ask in everyday words for what the texts call otherwise: right is what names that in title or summary."""
    for line in _SYNONYMS.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            text, said, *firsts = (part.strip() for part in line.split("|"))
            named = (ids for thing, ids in facts.things.items() if thing.first in firsts)
            yield judged("synonym", text, facts.with_phrase(said).union(*named), facts.saying.get(text, frozenset()))
