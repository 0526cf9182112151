"""How decisions hang together: what one follows on, is drawn from or is related to, seen from both pages."""

from __future__ import annotations

from dataclasses import dataclass

from funding.pages.links import DECISIONS, Link, to
from funding.pages.parts import Fact, Shown, sum_fact
from funding.pages.wording import Wording
from funding.register import Record, total


@dataclass(frozen=True, slots=True)
class Relatives:
    """The other decisions of a record by how they hang together; ``drawn`` is what was granted from a framework."""

    groups: tuple[Fact, ...]
    drawn: Fact | None


def relatives(wording: Wording, record: Record) -> Relatives:
    """Give the decisions that a record points at and that point at it; what is not published leaves no trace."""
    register, words = wording.context.register, wording.context.words
    pointing = register.pointed_at.get(record.id, ())
    within = tuple(other for other in pointing if other.current.within == record.id)
    related = {id_ for id_ in record.current.related or () if id_ in register.records}
    related |= {other.id for other in pointing if record.id in (other.current.related or ())}
    found: tuple[tuple[str, tuple[Record, ...]], ...] = (
        ("continues", _known(wording, record.current.continues)),
        ("continued_by", tuple(other for other in pointing if other.current.continues == record.id)),
        ("within", _known(wording, record.current.within)),
        ("contains", within),
        ("related", tuple(register.records[id_] for id_ in sorted(related))),
    )
    groups = [
        Fact(words.text(f"kinship.{name}"), tuple(_named(wording, other) for other in others))
        for name, others in found
        if others
    ]
    if removed := _removed(wording, record):
        groups.append(Fact(words.text("kinship.removed"), removed))
    drawn = sum_fact(wording.context.form, words.text("kinship.drawn"), total(within)) if within else None
    return Relatives(tuple(groups), drawn)


def _known(wording: Wording, id_: str | None) -> tuple[Record, ...]:
    record = wording.context.register.records.get(id_) if id_ else None
    return (record,) if record else ()


def _removed(wording: Wording, record: Record) -> tuple[Shown, ...]:
    """Give the way to decisions that it points at and that were taken down."""
    current = record.current
    pointed = {*(current.related or ()), current.continues, current.within}
    gone = sorted(tombstone.id for tombstone in wording.context.register.tombstones if tombstone.id in pointed)
    return tuple(Link(id_, to(f"{DECISIONS}{id_}/")) for id_ in gone)


def _named(wording: Wording, record: Record) -> Shown:
    status = wording.context.words.value(record.status)
    return wording.context.form.say("kinship.named", decision=wording.links.decision(record), status=status)
