"""The conditions of an invented decision: standard wordings from the register, and the paper's own."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Final

from bench.corpus.facts import LAST_DAY, Facts
from bench.corpus.prose import Prose

STANDARD: Final = {
    "fullt-finansierad": ("full_financing", "Gäller under förutsättning att projektets budget är fullt finansierad."),
    "eu-medel-beviljas": ("eu_grant", "Gäller under förutsättning att projektet beviljas medel från EU."),
    "annan-finansiar": ("other_funder_grant", "Gäller under förutsättning att övriga finansiärer beviljar sina delar."),
    "synlig-medfinansiering": ("visibility", "Det ska framgå att Region Örebro län medfinansierar projektet."),
    "allmanna-villkor": ("general_terms", "I övrigt gäller Region Örebro läns allmänna villkor för medfinansiering."),
    "lagesrapport": ("reporting", "En lägesrapport ska lämnas varje halvår och en slutrapport när projektet är klart."),
    "rekvisition": ("claims", "Medlen rekvireras två gånger per år, senast två månader efter projektets slut."),
    "egen-redovisning": ("separate_accounts", "Projektets kostnader ska särredovisas i bokföringen."),
    "ingen-enskild-vinning": ("no_private_gain", "Bidraget får inte gynna enskilda företag eller personer."),
}  # fmt: skip  # one line an entry
"""The register of standard conditions: type and text by id."""

TERMS: Final = "19RS9026"
_OWN_TYPES: Final = ("evaluation", "third_party_agreement", "other", "other", "reporting", "state_aid")
_PRECONDITIONS: Final = ("fullt-finansierad", "eu-medel-beviljas", "annan-finansiar")
_AFTER: Final = ("lagesrapport", "rekvisition", "egen-redovisning", "ingen-enskild-vinning")


def conditions(facts: Facts, chance: Random, prose: Prose) -> Iterator[str]:
    """Give two to six conditions; those of granted projects that must be met are met."""
    yield "conditions:"
    first = _PRECONDITIONS[int(3 * chance.random() ** 3)]
    if facts.granted:
        met = min(LAST_DAY, facts.start)
        yield f"  - {{standard: {first}, met: {met}}}"
    else:
        yield f"  - {first}"
    if chance.random() < 0.8:
        yield "  - synlig-medfinansiering"
    yield from (f"  - {id_}" for id_ in chance.sample(_AFTER, chance.randint(0, 2)))
    if chance.random() < 0.4:
        type_ = chance.choice(_OWN_TYPES)
        yield f"  - type: {type_}"
        yield f"    text: {prose.sentences(1)}"
        if type_ == "third_party_agreement":
            yield "    precondition: false"
    if chance.random() < 0.3:
        yield "  - type: general_terms"
        yield f"    terms: {TERMS}"
        yield "    text: I övrigt gäller Region Örebro läns allmänna villkor för medfinansiering."
    else:
        yield "  - allmanna-villkor"
