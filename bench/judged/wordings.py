"""Queries about things: other forms, halves and wholes of compounds, no dots, misspelt, several words, phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Final

from bench.corpus.prose import MUNICIPALITIES
from bench.judged.facts import Facts, Ids, Thing, lasts, own_words, words_of
from bench.judged.queries import Judged, chance_of, judged

EACH: Final = 20
LETTERS: Final = "abcdefghijklmnoprstuvyåäö"
UNDOTTED: Final = str.maketrans("åäöé", "aaoe")
_LEAST_MISSPELT: Final = 9


def inflected(facts: Facts) -> Iterator[Judged]:
    """Ask for a thing of a title in another form: right is what names it in title or summary, in any form."""
    chance = chance_of("inflection")
    for thing, form in _drawn(facts, chance, lambda thing, _: len(set(thing.forms)) > 1):
        others = sorted(set(thing.forms) - {form})
        yield judged("inflection", chance.choice(others), facts.things[thing])


def halved(facts: Facts) -> Iterator[Judged]:
    """Ask for a thing as two words (bredband utbyggnad): right is what names it as one word, in any form."""
    own, chance = own_words(), chance_of("halves")
    for thing, _ in _drawn(facts, chance, lambda thing, _: thing.first in own):
        yield judged("halves", f"{own[thing.first]} {lasts()[thing.last][0]}", facts.things[thing])


def parts(facts: Facts) -> Iterator[Judged]:
    """Ask for one half of things by itself: right is what names a thing with it, or names it by itself."""
    own, chance = own_words(), chance_of("part")
    for first in chance.sample(sorted(own), EACH // 2):
        right = facts.naming(first=first)
        yield judged("part", own[first], right | facts.saying.get(own[first], frozenset()))
    for last in chance.sample(sorted({forms[0] for forms in lasts()}), EACH // 2):
        right = facts.naming(last=last)
        forms = (form for forms in lasts() if forms[0] == last for form in forms)
        yield judged("part", last, right.union(*(facts.saying.get(form, frozenset()) for form in forms)))


def joined(facts: Facts) -> Iterator[Judged]:
    """Ask for a place and a thing as one word (Kumlaprojekt): right is what has both in the title, fair in all."""
    chance = chance_of("joined")
    found: dict[str, tuple[Ids, Ids]] = {}
    for place in MUNICIPALITIES.values():
        for forms in lasts():
            named = facts.naming(last=forms[0])
            titled = frozenset(
                id_
                for id_ in facts.titled.get(place.lower(), frozenset())
                if any(lasts()[thing.last] == forms for thing, _ in facts.things_in(id_))
            )
            if titled:
                found[f"{place}{forms[0]}"] = (titled, named & facts.saying[place.lower()])
    for text in chance.sample(sorted(found), EACH):
        yield judged("joined", text, *found[text])


def undotted(facts: Facts) -> Iterator[Judged]:
    """Ask for a thing without its dots: right is what names it in title or summary."""
    chance = chance_of("undotted")
    for thing, form in _drawn(facts, chance, lambda _, form: form != form.translate(UNDOTTED)):
        yield judged("undotted", form.translate(UNDOTTED), facts.things[thing])


def misspelt(facts: Facts) -> Iterator[Judged]:
    """Ask for a thing with a letter missing, doubled, wrong or swapped: right is what names it in title or summary."""
    chance = chance_of("typo")
    for thing, form in _drawn(facts, chance, lambda _, form: len(form) >= _LEAST_MISSPELT):
        yield judged("typo", misspell(form, chance), facts.things[thing])


def several(facts: Facts) -> Iterator[Judged]:
    """Ask for the first half of a thing and a place from one title, in small letters: right is every title with both.

    Fair is what names the one in title or summary and works in the other.
    """
    own, chance = own_words(), chance_of("several")
    codes = {name.lower(): code for code, name in MUNICIPALITIES.items()}
    drawn: dict[str, Judged] = {}
    for id_ in chance.sample(list(facts.records), len(facts.records)):
        words = words_of(facts.records[id_].original.title)
        places = [word for word in words if word in codes]
        firsts = [thing.first for thing, _ in facts.things_in(id_) if thing.first in own]
        if places and firsts and len(drawn) < EACH:
            named = facts.naming(first=firsts[0])
            titled = frozenset(
                one for one in facts.titled[places[0]] if any(t.first == firsts[0] for t, _ in facts.things_in(one))
            )
            fair = named & (facts.in_municipality(codes[places[0]]) | facts.saying[places[0]])
            text = f"{own[firsts[0]]} {places[0]}"
            drawn[text] = judged("several", text, titled, fair)
    yield from drawn.values()


def phrases(facts: Facts) -> Iterator[Judged]:
    """Ask for three words of a title in quotes: right is what has them side by side in title or summary."""
    chance = chance_of("phrase")
    for id_ in chance.sample(list(facts.records), EACH):
        words = words_of(facts.records[id_].original.title)
        start = chance.randrange(max(1, len(words) - 2))
        text = " ".join(words[start : start + 3])
        yield judged("phrase", f'"{text}"', facts.with_phrase(text))


def _drawn(facts: Facts, chance: Random, wanted: Callable[[Thing, str], bool]) -> list[tuple[Thing, str]]:
    """Draw things with their forms from titles, each thing once."""
    found: dict[Thing, str] = {}
    for id_ in chance.sample(list(facts.records), len(facts.records)):
        for thing, form in facts.things_in(id_):
            if wanted(thing, form):
                found.setdefault(thing, form)
    return list(found.items())[:EACH]


def misspell(word: str, chance: Random) -> str:
    """Leave out, double, exchange or swap one letter of a word, but not its first."""
    at = chance.randrange(1, len(word) - 1)
    letter = chance.choice([sign for sign in LETTERS if sign != word[at]])
    while word[at] == word[at + 1]:
        at -= 1
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )
