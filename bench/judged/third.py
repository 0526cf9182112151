"""A third set of queries: as citizens, journalists and officials type, written without a look at the search.

They were asked once, of the search as it was, and nothing of it was mended by what they told: their figure is the one
that the search is not tuned to. They are drawn and judged like the others; those about the real decisions stand in
``third.txt``.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from random import Random
from typing import Final

from bench.corpus.organisations import OWN
from bench.corpus.prose import MUNICIPALITIES
from bench.judged.facts import Facts, Ids, Thing, lasts, own_words
from bench.judged.particulars import received
from bench.judged.queries import Judged, chance_of, judged, real_queries
from bench.judged.wordings import UNDOTTED, misspell
from funding.model.parsing import NotStated
from funding.model.vocabulary import Status

EACH: Final = 3
FIRST_RUN: Final = (0.44, 0.593)
"""Recall and rank over all of them when they were asked."""
_LEAST_MISSPELT: Final = 6
_BEGUN: Final = 6
_THEMES: Final = {"klimat": "klimat", "kultur": "kultur", "landsbygd": "landsbygd", "innovation": "innovation"}
"""Words of journalists for themes, with the theme's id, which the first parts of its compounds begin with too."""
_EVERYDAY: Final = {"internet": "bredbands", "tåg": "järnvägs", "lantbruk": "jordbruks", "affärer": "butiks"}
"""What people call things, and the first part of the compounds that say the same."""


def citizens(facts: Facts) -> Iterator[Judged]:
    """Ask who gets money for a thing in a municipality: right is every decision that names the one and works there."""
    asking = (
        "vem har fått pengar till {thing} i {place}",
        "finns det stöd för {thing} i {place}",
        "hur mycket lägger regionen på {thing} i {place}",
        "söka bidrag {thing} {place}",
    )
    chance = chance_of("third/citizens")
    for ask, (first, code) in zip(asking, _there(facts, chance), strict=False):
        place = MUNICIPALITIES[code]
        yield judged("question", ask.format(thing=own_words()[first], place=place), _both(facts, first, code))


def journalists(facts: Facts) -> Iterator[Judged]:
    """Ask for a receiver and a year, a theme and a place, refusals of a place: right is what meets both."""
    chance = chance_of("third/journalists")
    given = [record for record in facts.records.values() if set(record.all_recipients) - {OWN}]
    for one in chance.sample(given, EACH):
        receiver = next(id_ for id_ in one.all_recipients if id_ != OWN)
        of_year = frozenset(id_ for id_, record in facts.records.items() if record.year == one.year)
        yield judged("several", f"{_name(facts, receiver)} {one.year}", received(facts, {receiver}) & of_year)
    for text in chance.sample(sorted(_THEMES), EACH):
        code, place = chance.choice(sorted(MUNICIPALITIES.items()))
        own = frozenset(one for one, record in facts.records.items() if _THEMES[text] in (record.current.themes or ()))
        said = (ids for word, ids in facts.saying.items() if word.startswith(text))
        yield judged("theme", f"{text} i {place}", own.union(*said) & _place(facts, code))
    refused = frozenset(one for one, record in facts.records.items() if record.status == Status.REJECTED)
    for code, place in chance.sample(sorted(MUNICIPALITIES.items()), EACH - 1):
        yield judged("several", f"avslag {place}", refused & _place(facts, code))


def officials(facts: Facts) -> Iterator[Judged]:
    """Ask by number among other words, by paragraph and day, for a condition in a place: right is what has them."""
    chance = chance_of("third/officials")
    numbered = {
        id_: record.original.references[0].value
        for id_, record in facts.records.items()
        if record.original.references and not isinstance(record.original.references, NotStated)
    }
    for ask, id_ in zip(
        ("handlingar {}", "beslut i {}", "{} slutrapport"), chance.sample(sorted(numbered), EACH), strict=True
    ):
        same = frozenset(one for one, value in numbered.items() if value == numbered[id_])
        yield judged("number", ask.format(numbered[id_]), same)
    minuted = {
        id_: f"{record.original.decision.paragraph} {record.decided.iso}"
        for id_, record in facts.records.items()
        if record.original.decision.paragraph and record.decided
    }
    for id_ in chance.sample(sorted(minuted), EACH - 1):
        yield judged("number", minuted[id_], frozenset(one for one, said in minuted.items() if said == minuted[id_]))
    aided = frozenset(
        id_
        for id_, record in facts.records.items()
        if any(worded.type.value == "state_aid" for worded in facts.register.conditions(record))
    )
    for code, place in chance.sample(sorted(MUNICIPALITIES.items()), EACH - 1):
        yield judged("condition", f"statsstöd {place.lower()}", aided & _place(facts, code))


def misspelt(facts: Facts) -> Iterator[Judged]:
    """Misspell a thing and add its municipality, or leave the dots out: right is as if it were spelt well."""
    chance = chance_of("third/misspelt")
    there = ((first, code) for first, code in _there(facts, chance) if len(own_words()[first]) >= _LEAST_MISSPELT)
    for first, code in islice(there, EACH):
        text = f"{misspell(own_words()[first], chance)} {MUNICIPALITIES[code].lower()}"
        yield judged("typo", text, _both(facts, first, code))
    for first, code in islice(_there(facts, chance), EACH - 1):
        text = f"projekt om {own_words()[first]} i {MUNICIPALITIES[code]}".lower().translate(UNDOTTED)
        yield judged("undotted", text, _both(facts, first, code))


def worded(facts: Facts) -> Iterator[Judged]:
    """Write things in two (kultur skolor), in the genitive, half typed after a place: right is what names them."""
    chance = chance_of("third/worded")
    for thing in _things(facts, chance):
        yield judged("halves", f"{thing.first} {lasts()[thing.last][2]}", facts.things[thing])
    for thing in _things(facts, chance):
        yield judged("inflection", f"{thing.forms[1]}s resultat", facts.things[thing])
    for first, code in islice(_there(facts, chance), EACH):
        start = own_words()[first][:_BEGUN]
        named = (ids for thing, ids in facts.things.items() if thing.first.startswith(start))
        said = (ids for word, ids in facts.saying.items() if word.startswith(start))
        right = frozenset().union(*named, *said) & _place(facts, code)
        yield judged("beginning", f"{MUNICIPALITIES[code].lower()} {start}", right)


def everyday(facts: Facts) -> Iterator[Judged]:
    """Ask in everyday words for what compounds call otherwise: right is what names such a compound, or the word."""
    for text, first in _EVERYDAY.items():
        yield judged("synonym", text, facts.naming(first=first) | facts.saying.get(text, frozenset()))


def names(facts: Facts) -> Iterator[Judged]:
    """Ask for receivers with the words of their names turned round, or one misspelt: right is all that they have."""
    chance = chance_of("third/names")
    receivers = sorted({id_ for record in facts.records.values() for id_ in record.all_recipients} - {OWN})
    for number, id_ in enumerate(chance.sample(receivers, EACH + 1)):
        first, *others = _name(facts, id_).split()
        spelt = f"{' '.join(others)} {first}" if number % 2 else " ".join((misspell(first, chance), *others))
        yield judged("name", spelt, received(facts, {id_}))


def real(facts: Facts) -> Iterator[Judged]:
    """Give the queries about the real decisions."""
    return real_queries(facts, "third.txt")


def _there(facts: Facts, chance: Random) -> Iterator[tuple[str, str]]:
    """Draw first parts of things, each with a municipality where there are decisions about it."""
    for first in chance.sample(sorted(own_words()), len(own_words())):
        code = chance.choice(sorted(MUNICIPALITIES))
        if _both(facts, first, code):
            yield first, code


def _both(facts: Facts, first: str, code: str) -> Ids:
    said = facts.naming(first=first) | facts.saying.get(own_words()[first], frozenset())
    return said & _place(facts, code)


def _place(facts: Facts, code: str) -> Ids:
    return facts.in_municipality(code) | facts.saying.get(MUNICIPALITIES[code].lower(), frozenset())


def _name(facts: Facts, organisation: str) -> str:
    return facts.register.lists.organisations[organisation].name


def _things(facts: Facts, chance: Random) -> list[Thing]:
    """Draw things that decisions name."""
    return chance.sample(sorted(facts.things, key=lambda thing: (thing.first, thing.last)), EACH)


RULES: Final = (citizens, journalists, officials, misspelt, worded, everyday, names, real)
"""Each gives some of the queries."""
