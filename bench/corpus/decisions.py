"""Invented decisions as the text of their files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Final

from bench.corpus import ALONE, SEED, later
from bench.corpus.conditions import conditions
from bench.corpus.facts import DELEGATE, REFUSED, UNDECIDED, Facts, facts, ids, long_tailed, recipients_until
from bench.corpus.money import budget, grant, shape
from bench.corpus.prose import MUNICIPALITIES, Prose, slug
from bench.corpus.yaml_lines import block, flow

THEMES: Final = {
    "digitalisering": "Digitalisering",
    "innovation": "Forskning och innovation",
    "klimat": "Klimat och energi",
    "kompetens": "Kompetensförsörjning",
    "kultur": "Kultur",
    "landsbygd": "Landsbygd",
    "naringsliv": "Näringsliv och företagande",
    "transport": "Transporter och resande",
    "besoksnaring": "Besöksnäring",
    "folkhalsa": "Folkhälsa",
}
"""The register of themes: names by id."""

_LONGEST: Final = 60
_DOCUMENTS: Final = ("Tjänsteskrivelse", "Ansökan", "Projektbeskrivning", "Protokollsutdrag")


@dataclass
class Archive:
    """What earlier decisions leave to the later ones: taken addresses, the last decision of each recipient."""

    taken: set[str] = field(default_factory=set)
    latest: dict[str, str] = field(default_factory=dict)
    framework: str | None = None

    def address(self, year: int, title: str) -> str:
        """Take a free ``<year>/<slug>``."""
        base = f"{year}/{slug(title)[:_LONGEST].strip('-')}"
        address, times = base, 1
        while address in self.taken:
            times += 1
            address = f"{base}-{times}"
        self.taken.add(address)
        return address


def decisions(count: int) -> Iterator[tuple[str, str]]:
    """Give so many decisions as their ids and texts; the first of a larger corpus are those of a smaller one."""
    archive = Archive()
    for number in range(count):
        chance = Random(f"{SEED}/decision/{number}")
        drawn = facts(number, chance)
        id_ = archive.address(drawn.year, drawn.title)
        text = "\n".join(_lines(drawn, chance, archive)) + "\n"
        if number >= ALONE:
            archive.latest[drawn.recipients[0]] = id_
            archive.framework = id_ if drawn.kind == "framework" else archive.framework
        yield id_, text


def _lines(drawn: Facts, chance: Random, archive: Archive) -> Iterator[str]:
    """Give the lines of one file, in the order of the format's keys."""
    prose = Prose(chance, drawn.year)
    form = shape(drawn, chance)
    yield f"title: {drawn.title}"
    yield f"status: {drawn.status}"
    if drawn.kind != "project" or chance.random() < 0.5:
        yield f"kind: {drawn.kind}"
    yield f"summary: {prose.summary()}"
    yield from _references(drawn, chance)
    yield from _people(drawn, chance)
    yield from _decision(drawn, chance)
    yield from grant(drawn, chance, form)
    yield from budget(drawn, chance)
    yield from _period(drawn, chance)
    yield from conditions(drawn, chance, prose)
    yield f"themes: {flow(chance.sample(tuple(THEMES), chance.choice((1, 1, 1, 2))))}"
    yield from _location(chance)
    yield from block("rationale", prose.paragraphs())
    yield from _consequences(chance, prose)
    yield from _documents(drawn, chance)
    yield from later.reports(drawn, chance)
    yield from later.payments(drawn, chance)
    yield from later.outcome(drawn, chance, prose)
    yield from _kinship(drawn, chance, archive)
    yield from later.amendments(drawn, chance, whole_amount=form.plain)
    yield from later.corrections(drawn, chance)
    yield f"source_url: https://politiskamoten.region.example/{drawn.body}/{drawn.year}/{1000 + drawn.number}"
    if chance.random() < 0.15:
        yield f"remarks: {prose.sentences(1)}"
    yield from _acknowledged(drawn)


def _references(drawn: Facts, chance: Random) -> Iterator[str]:
    if chance.random() < 0.012:
        yield "references: not_stated"
        return
    references = [f'"{drawn.year % 100:02d}RS{1000 + drawn.number}"']
    if "eruf" in drawn.sources:
        references.append(f'{{value: "{20_200_000 + drawn.number}", scheme: case_id}}')
    yield f"references: {flow(references)}"


def _people(drawn: Facts, chance: Random) -> Iterator[str]:
    if drawn.kind == "framework":
        return
    yield f"recipient: {drawn.recipients[0] if len(drawn.recipients) == 1 else flow(drawn.recipients)}"
    if chance.random() < 0.2:
        pool = recipients_until(drawn.number)
        drawn_ids = ids([long_tailed(chance, pool) for _ in range(chance.randint(1, 4))])
        partners = [id_ for id_ in drawn_ids if id_ not in drawn.recipients]
        if partners:
            yield f"partners: {flow(partners)}"


def _decision(drawn: Facts, chance: Random) -> Iterator[str]:
    yield "decision:"
    yield f"  body: {drawn.body}"
    if drawn.status not in UNDECIDED:
        yield f"  date: {drawn.decided if chance.random() > 0.015 else 'not_stated'}"
        yield f'  paragraph: "§ {chance.randint(1, 180)}"'
    elif chance.random() < 0.15:
        yield f"  meeting_date: {drawn.decided}"
    if drawn.body == DELEGATE:
        yield "  delegated: true"


def _period(drawn: Facts, chance: Random) -> Iterator[str]:
    if chance.random() < 0.015:
        yield "period: not_stated"
        return
    yield "period:"
    yield f"  start: {drawn.start}"
    yield f"  end: {drawn.end}"


def _location(chance: Random) -> Iterator[str]:
    drawn = chance.random()
    if drawn < 0.03:
        yield "location: all"
        return
    yield "location:"
    if drawn < 0.15:
        yield "  counties: [18]"
        return
    codes = tuple(MUNICIPALITIES)
    chosen = {codes[int(len(codes) * chance.random() ** 1.6)] for _ in range(chance.choice((1, 1, 1, 2, 3)))}
    quoted = [f'"{code}"' for code in sorted(chosen)]
    yield f"  municipalities: {flow(quoted)}"


def _consequences(chance: Random, prose: Prose) -> Iterator[str]:
    if chance.random() < 0.3:
        yield from block("economy", [prose.sentences(2)])
    if chance.random() < 0.25:
        yield "impact:"
        yield from block("environment", [prose.sentences(2)], "  ")
        yield from block("gender_equality", [prose.sentences(1)], "  ")


def _documents(drawn: Facts, chance: Random) -> Iterator[str]:
    if chance.random() < 0.5:
        yield "documents:"
        for title in chance.sample(_DOCUMENTS, chance.randint(1, 3)):
            yield f"  - title: {title}"
            yield f"    date: {drawn.decided}"
            yield f"    url: https://politiskamoten.region.example/dokument/{drawn.number}/{slug(title)}"


def _kinship(drawn: Facts, chance: Random, archive: Archive) -> Iterator[str]:
    known = archive.latest.get(drawn.recipients[0])
    turn = chance.random()
    if known and turn < 0.05:
        yield f"continues: {known}"
    elif known and turn < 0.09:
        yield f"related: [{known}]"
    elif archive.framework and turn < 0.1 and drawn.amount < MOST_WITHIN and drawn.kind != "framework":
        yield f"within: {archive.framework}"


MOST_WITHIN: Final = 1_000_000
"""The most that a decision within a framework grants, in kronor: so few of them never exceed it."""


def _acknowledged(drawn: Facts) -> Iterator[str]:
    over_half = float(drawn.percent) > 50
    if over_half and drawn.status not in REFUSED | {"applied"} and drawn.kind != "operating_grant":
        yield "acknowledged:"
        yield "  - {code: share-over-half, reason: Andelen gäller en avgränsad del av kostnaderna.}"
