"""What came after a decision: later decisions, step by step, and the typing errors that were mended."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from funding.labels import MissingTextError
from funding.model.current import LaterDecision
from funding.model.later import Amendment
from funding.model.parsing import NotStated
from funding.model.vocabulary import AmendmentStatus
from funding.pages.decision.changeable import Change, differences
from funding.pages.origins import documents, outward
from funding.pages.parts import Fact, Shown
from funding.pages.prose import prose
from funding.pages.wording import Wording
from funding.register import Record

_UNDECIDED = frozenset({AmendmentStatus.APPLIED, AmendmentStatus.PROPOSED})


@dataclass(frozen=True, slots=True)
class Later:
    """One later decision as it is shown. ``voided``: a later one stands in its place.

    ``caption`` names its changes, ``after`` heads what it made of the decision, or would have.
    """

    heading: Markup
    status: AmendmentStatus
    voided: bool
    notes: tuple[Shown, ...]
    facts: tuple[Fact, ...]
    caption: Markup
    after: Markup
    changes: tuple[Change, ...]
    reason: Markup | None
    documents: tuple[Shown, ...]

    @property
    def granted(self) -> bool:
        """Whether it was decided."""
        return self.status is AmendmentStatus.GRANTED


def since_then(wording: Wording, record: Record) -> tuple[Change, ...]:
    """Give what is another today than in the original decision."""
    return differences(wording, record.original, record.current) if record.later else ()


def later_decisions(wording: Wording, record: Record) -> tuple[Later, ...]:
    """Give the later decisions of a record in the order of its file."""
    return tuple(_later(wording, record, number, later) for number, later in enumerate(record.later, start=1))


def corrections(wording: Wording, record: Record) -> tuple[tuple[Shown, ...], ...]:
    """Give the mended typing errors: day, what, what stood there, why."""
    return tuple(
        (wording.context.form.day(entry.date), _field(wording, entry.field), entry.was, entry.reason)
        for entry in record.original.corrections or ()
    )


def _later(wording: Wording, record: Record, number: int, later: LaterDecision) -> Later:
    form, amendment = wording.context.form, later.amendment
    kinds, outcome = _kinds(wording, amendment), _outcome(amendment)
    when = amendment.when
    day = form.day(when) if when is not None else form.say("decision.undated")
    at_meeting = amendment.date is None and when is not None
    return Later(
        heading=form.say("history.heading_meeting" if at_meeting else "history.heading", kinds=kinds, day=day),
        status=amendment.status,
        voided=later.voided,
        notes=_notes(wording, later),
        facts=_facts(wording, record, amendment),
        caption=form.say(f"history.caption.{outcome}", number=number, kinds=kinds),
        after=form.say(f"history.after.{outcome}"),
        changes=differences(wording, later.before, later.after, amendment.set.paths if amendment.set else ()),
        reason=prose(amendment.reason),
        documents=documents(wording, amendment.documents),
    )


def _kinds(wording: Wording, amendment: Amendment) -> str:
    """Name what a later decision does, as in a sentence."""
    words = wording.context.words
    first, *others = (words.value(kind) for kind in amendment.kind)
    named = [first, *(f"{name[0].lower()}{name[1:]}" for name in others)]
    if not others:
        return first
    return words.text("history.kinds", kinds=", ".join(named[:-1]), last=named[-1])


def _outcome(amendment: Amendment) -> str:
    """Name what the texts about a later decision go by: it was decided, is not yet, or came to nothing."""
    if amendment.granted:
        return "decided"
    return "undecided" if amendment.status in _UNDECIDED else "refused"


def _notes(wording: Wording, later: LaterDecision) -> tuple[Shown, ...]:
    form, amendment = wording.context.form, later.amendment
    noted = [] if amendment.granted else [form.say(f"history.nothing.{amendment.status}")]
    if later.voided:
        noted.append(form.say("history.voided"))
    if amendment.voids:
        noted.append(form.say(f"history.voids.{_outcome(amendment)}", pointer=amendment.voids))
    return tuple(noted)


def _facts(wording: Wording, record: Record, amendment: Amendment) -> tuple[Fact, ...]:
    form, words, original = wording.context.form, wording.context.words, record.original
    body = amendment.body or original.decision.body
    currency = original.grant.currency if original.grant else None
    facts = [Fact(words.text(f"history.by.{amendment.status}"), wording.bodies(body))]
    if amendment.paragraph:
        facts.append(Fact(words.field("decision.paragraph"), (amendment.paragraph,)))
    if amendment.delegated:
        facts.append(Fact(words.field("decision.delegated"), (words.text("decision.yes"),)))
    if amendment.change is not None and currency:
        facts.append(Fact(words.field("amendments.change"), (form.difference(amendment.change.value, currency),)))
    if amendment.effective is not None:
        facts.append(Fact(words.field("amendments.effective"), (form.day(amendment.effective),)))
    if isinstance(amendment.references, NotStated):
        facts.append(Fact(words.field("references"), (form.silent,)))
    elif amendment.references:
        facts.append(Fact(words.field("references"), tuple(entry.value for entry in amendment.references)))
    if amendment.source_url:
        facts.append(Fact(words.field("source_url"), tuple(outward(url) for url in amendment.source_url)))
    return tuple(facts)


def _field(wording: Wording, path: str) -> str:
    """Name a key by its path; in a later decision by the part after the decision that it belongs to."""
    if not path.startswith("amendments."):
        return _label(wording, path)
    pointer, _, below = path.removeprefix("amendments.").partition(".")
    label = _label(wording, below.removeprefix("set."))
    return wording.context.words.text("history.in_later", field=label, pointer=pointer)


def _label(wording: Wording, path: str) -> str:
    """Name a key; one item of a list or map by the whole, what has no name by its path."""
    steps = path.split(".")
    for length in range(len(steps), 0, -1):
        try:
            return wording.context.words.field(".".join(steps[:length]))
        except MissingTextError:
            continue
    return path
