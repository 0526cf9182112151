"""A decision as a line of a table, for those who download a selection: plain values, with the words of the model."""

from __future__ import annotations

from typing import Any

from funding.model.dates import PartialDate
from funding.model.facts import Period
from funding.model.grant import Share, SourceAmount
from funding.model.money import Amount
from funding.model.part import stated
from funding.register import Record, Register
from funding.register.sums import counted, whole
from funding.search.showing import TABLE_KEYS
from funding.search.texts import references


def table_row(record: Record, register: Register, url: str) -> list[Any]:
    """Give the values of :data:`TABLE_KEYS` of a decision as it stands today; what is not known is ``None``."""
    values = {**_about(record, url), **_who(record, register), **_money(record), **_what(record, register)}
    return [values.pop(key) for key in TABLE_KEYS]


def _about(record: Record, url: str) -> dict[str, Any]:
    facts = record.original.decision
    return {
        "id": record.id,
        "url": url,
        "title": record.current.title,
        "status": record.status.value,
        "kind": record.current.kind.value,
        "year": record.year,
        "decided": _day(record.decided),
        "meeting_date": _day(record.meeting),
        "paragraph": facts.paragraph,
        "references": references(record),
        "summary": record.current.summary,
        "source_url": record.current.source_url or (),
    }


def _who(record: Record, register: Register) -> dict[str, Any]:
    organisations = register.lists.organisations
    recipients = [organisations[id_] for id_ in record.recipients]
    return {
        "body": record.bodies,
        "funder": register.funders(record),
        "recipient": record.recipients,
        "recipient_name": [entry.name for entry in recipients],
        "organisation_number": [entry.organisation_number for entry in recipients],
    }


def _money(record: Record) -> dict[str, Any]:
    grant = record.current.money
    amount = whole(record)
    return {
        "amount": amount.value if amount else None,
        "currency": grant.currency,
        "approximate": amount is not None and amount.about is not None,
        "ceiling": grant.ceiling,
        "yearly": grant.yearly,
        "counted": counted(record),
        "shares": [_share(share) for share in grant.shares or ()],
        "sources": [_source(entry) for entry in grant.sources or ()],
        "total_budget": _value(record.current.total_budget),
    }


def _what(record: Record, register: Register) -> dict[str, Any]:
    period, conditions = stated(record.current.period), register.conditions(record)
    return {
        "period_start": _end(period, "start"),
        "period_end": _end(period, "end"),
        "municipalities": register.municipalities(record),
        "themes": record.current.themes or (),
        "conditions": list(dict.fromkeys(condition.type.value for condition in conditions)),
        "condition_states": list(dict.fromkeys(condition.state.value for condition in conditions)),
    }


def _share(share: Share) -> str:
    """Write a share as its number of percent and the word for the costs: ``33.33 booked_costs``."""
    costs = stated(share.of)
    return f"{share.percent:f} {costs.value}" if costs else f"{share.percent:f}"


def _source(source: SourceAmount) -> str:
    """Write a source, with its part of the grant where that is stated: ``anslag-1-1 500000``."""
    return f"{source.source} {source.amount.value}" if source.amount else source.source


def _value(amount: Amount | None) -> int | None:
    return amount.value if amount else None


def _day(day: PartialDate | None) -> str | None:
    return day.iso if day else None


def _end(period: Period | None, end: str) -> str | None:
    day = stated(getattr(period, end)) if period else None
    return day.iso if isinstance(day, PartialDate) else None
