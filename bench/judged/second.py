"""A second set of queries: as people type them, with what they get wrong and leave half typed.

They are drawn and judged like the others; those about the real decisions stand in ``second.txt``. They were written
after the search and first asked of it untuned; then it was mended by what they told, so only ``FIRST_RUN`` is untuned.
The chances keep the names that the queries of that run were drawn with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from random import Random
from typing import Final

from bench.corpus.organisations import OWN
from bench.corpus.prose import MUNICIPALITIES
from bench.judged.facts import Facts, Thing, lasts, own_words, words_of
from bench.judged.particulars import received
from bench.judged.queries import Judged, chance_of, judged, real_queries
from bench.judged.wordings import UNDOTTED, misspell
from funding.model.parsing import NotStated

EACH: Final = 4
FIRST_RUN: Final = (0.578, 0.6)
"""Recall and rank over all of them when they were first asked, the only figures of them that nothing was tuned to."""
_LEAST_MISSPELT: Final = 6
_BEGUN: Final = 5
_EVERYDAY: Final = {"sopor": "avfalls", "bussar": "kollektivtrafik", "hantverkare": "hantverks", "museer": "musei"}
"""What people call things, and the first part of the compounds that say the same."""


def asked_of_things(facts: Facts) -> Iterator[Judged]:
    """Ask in a sentence for a thing in a municipality: right is every decision that names the one and works there."""
    chance, own = chance_of("unseen/question"), own_words()
    asking = (
        "vilka projekt i {place} handlar om {thing}",
        "bidrag till {thing} i {place}",
        "pengar till {thing} {place}",
    )
    for number, first in enumerate(chance.sample(sorted(own), 3 * EACH)):
        code, place = chance.choice(sorted(MUNICIPALITIES.items()))
        said = facts.naming(first=first) | facts.saying.get(own[first], frozenset())
        there = facts.in_municipality(code) | facts.saying.get(place.lower(), frozenset())
        text = asking[number % len(asking)].format(place=place.lower(), thing=own[first])
        if said & there:
            yield judged("question", text, said & there)


def asked_of_recipients(facts: Facts) -> Iterator[Judged]:
    """Ask in a sentence what somebody has received: right is everything that it has, by any of its names."""
    chance = chance_of("unseen/recipient")
    asking = ("vad har {name} fått", "hur mycket pengar har {name} fått", "bidrag till {name}", "{name} bidrag")
    for number, (id_, name) in enumerate(_receivers(facts, chance)):
        yield judged("question", asking[number % len(asking)].format(name=name), received(facts, {id_}))


def told_in_words(facts: Facts) -> Iterator[Judged]:
    """Ask for a thing as two words with another between (utbyggnad av bredband): right is what names the thing."""
    chance, own = chance_of("unseen/halves"), own_words()
    for thing in _things(facts, chance, lambda thing: thing.first in own):
        yield judged("halves", f"{lasts()[thing.last][0]} av {own[thing.first]}", facts.things[thing])


def begun(facts: Facts) -> Iterator[Judged]:
    """Ask for the beginning of the last half of things: right is whatever names a word or a half that begins so."""
    chance = chance_of("unseen/beginning")
    endings = sorted({forms[0] for forms in lasts() if len(forms[0]) > _BEGUN + 1})
    for last in chance.sample(endings, EACH):
        start = last[:_BEGUN]
        named = (ids for thing, ids in facts.things.items() if lasts()[thing.last][0].startswith(start))
        said = (ids for word, ids in facts.saying.items() if word.startswith(start))
        yield judged("beginning", start, frozenset().union(*named, *said))


def misspelt(facts: Facts) -> Iterator[Judged]:
    """Misspell a half of compounds, a municipality, a recipient: right is what has it as it should be spelt."""
    chance, own = chance_of("unseen/typo"), own_words()
    for last in chance.sample(sorted({forms[0] for forms in lasts() if len(forms[0]) >= _LEAST_MISSPELT}), EACH):
        right = facts.naming(last=last) | facts.saying.get(last, frozenset())
        yield judged("typo", misspell(last, chance), right)
    for first in chance.sample(sorted(one for one in own if len(own[one]) >= _LEAST_MISSPELT), EACH):
        right = facts.naming(first=first) | facts.saying.get(own[first], frozenset())
        yield judged("typo", misspell(own[first], chance), right)
    for code, name in chance.sample(sorted(MUNICIPALITIES.items()), EACH):
        named = facts.in_municipality(code) | facts.saying.get(name.lower(), frozenset())
        in_name = {id_ for id_, one in facts.register.lists.organisations.items() if name in one.name}
        yield judged("typo", misspell(name.lower(), chance), named | received(facts, in_name))


def inflected(facts: Facts) -> Iterator[Judged]:
    """Ask for a thing in another form and without dots: right is what names it in any form."""
    chance = chance_of("unseen/inflection")
    for thing in _things(facts, chance, lambda thing: len(set(thing.forms)) > 1):
        yield judged("inflection", chance.choice(thing.forms).translate(UNDOTTED), facts.things[thing])


def phrases(facts: Facts) -> Iterator[Judged]:
    """Ask for four words of a summary in quotes: right is what has them side by side."""
    chance = chance_of("unseen/phrase")
    summarised = [id_ for id_, record in facts.records.items() if record.current.summary]
    for id_ in chance.sample(summarised, EACH):
        words = words_of((facts.records[id_].current.summary or "").partition(".")[0])
        start = chance.randrange(max(1, len(words) - 3))
        text = " ".join(words[start : start + 4])
        yield judged("phrase", f'"{text}"', facts.with_phrase(text))


def numbers(facts: Facts) -> Iterator[Judged]:
    """Ask for numbers as they are read out of a letter: right is the decision, or all of the organisation's."""
    chance = chance_of("unseen/number")
    numbered = {
        id_: record.original.references[0].value
        for id_, record in facts.records.items()
        if record.original.references and not isinstance(record.original.references, NotStated)
    }
    asking = ("diarienummer {}", "ärende {}", "{}", "dnr: {}")
    for number, id_ in enumerate(chance.sample(sorted(numbered), EACH)):
        same = frozenset(one for one, value in numbered.items() if value == numbered[id_])
        yield judged("number", asking[number].format(numbered[id_].lower()), same)
    known = facts.register.lists.organisations
    with_number = [(id_, known[id_].organisation_number) for id_, _ in _receivers(facts, chance)]
    for id_, value in with_number:
        if value:
            yield judged("number", f"org nr {value.replace('-', ' ')}", received(facts, {id_}))


def everyday(facts: Facts) -> Iterator[Judged]:
    """Ask in everyday words for what compounds call otherwise: right is what names such a compound, or the word."""
    for text, first in _EVERYDAY.items():
        yield judged("synonym", text, facts.naming(first=first) | facts.saying.get(text, frozenset()))


def real(facts: Facts) -> Iterator[Judged]:
    """Give the queries about the real decisions."""
    return real_queries(facts, "second.txt")


def _things(facts: Facts, chance: Random, wanted: Callable[[Thing], bool]) -> list[Thing]:
    """Draw things that decisions name."""
    known = sorted((thing for thing in facts.things if wanted(thing)), key=lambda thing: (thing.first, thing.last))
    return chance.sample(known, EACH)


def _receivers(facts: Facts, chance: Random) -> Iterable[tuple[str, str]]:
    """Draw recipients with their names."""
    ids = sorted({id_ for record in facts.records.values() for id_ in record.all_recipients} - {OWN})
    return [(id_, facts.register.lists.organisations[id_].name) for id_ in chance.sample(ids, EACH)]


RULES: Final = (
    asked_of_things,
    asked_of_recipients,
    told_in_words,
    begun,
    misspelt,
    inflected,
    phrases,
    numbers,
    everyday,
    real,
)
"""Each gives some of the queries."""
