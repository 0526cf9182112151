"""A decision in JSON-LD: a report about a grant, and the act of deciding where there was one (schema.org 30.0)."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from funding.clock import ZONE
from funding.model.dates import PartialDate
from funding.model.facts import Everywhere
from funding.model.money import Amount
from funding.model.part import stated
from funding.model.vocabulary import OrganisationType
from funding.pages.context import Context
from funding.pages.json_ld import Node, make_node
from funding.pages.origins import document_url
from funding.register import Record
from funding.register.sums import counts

_COMPLETED = {"@id": "https://schema.org/CompletedActionStatus"}
_OF_GOVERNMENT = frozenset(
    {
        OrganisationType.REGION,
        OrganisationType.MUNICIPALITY,
        OrganisationType.COUNTY_BOARD,
        OrganisationType.STATE_AGENCY,
    }
)


def describe(context: Context, record: Record, url: str, description: str) -> tuple[Node, ...]:
    """Describe a decision. Money stands in it only where it is granted, and a ceiling as the highest value."""
    report = _report(context, record, url, description)
    return (report, _decision(context, record, url)) if record.status.was_granted else (report,)


def _report(context: Context, record: Record, url: str, description: str) -> Node:
    words, original, current = context.words, record.original, record.current
    return make_node(
        "Report",
        url,
        url=url,
        name=current.title,
        description=description,
        inLanguage=words.lang,
        identifier=[record.id, *_identifiers(context, record)],
        dateCreated=record.decided.iso if record.decided and record.status.was_granted else None,
        creativeWorkStatus=words.value(record.status),
        author=[_body(context, id_) for id_ in record.bodies],
        publisher=_organisation(context, context.register.own),
        license=context.options.licence.url,
        temporalCoverage=_interval(record),
        spatialCoverage=[make_node("AdministrativeArea", name=name) for name in _areas(context, record)],
        about=[make_node("DefinedTerm", name=context.register.lists.themes[id_].name) for id_ in current.themes or ()],
        isBasedOn=list(original.source_url or ()),
        associatedMedia=[
            make_node("MediaObject", name=paper.title, contentUrl=address)
            for paper in original.documents or ()
            if (address := context.absolute(document_url(paper.file)) if paper.file else paper.url)
        ],
        correction=[
            make_node("CorrectionComment", text=entry.reason, datePublished=entry.date.isoformat())
            for entry in original.corrections or ()
        ],
        mainEntity=_grant(context, record, url),
    )


def _grant(context: Context, record: Record, url: str) -> Node:
    current = record.current
    project = make_node(
        "Project",
        name=current.title,
        foundingDate=_end(record, "start"),
        dissolutionDate=_end(record, "end"),
        parentOrganization=[_organisation(context, id_) for id_ in record.recipients],
    )
    return make_node(
        "MonetaryGrant",
        f"{url}#bidrag",
        name=current.title,
        url=url,
        amount=_amount(record),
        funder=[_organisation(context, id_) for id_ in context.register.funders(record)],
        fundedItem=project,
    )


def _amount(record: Record) -> Node | None:
    grant = record.current.money
    amount = grant.whole
    if not counts(record) or not isinstance(amount, Amount):
        return None
    most, exactly = (amount.value, None) if grant.ceiling else (None, amount.value)
    return make_node("MonetaryAmount", currency=grant.currency, maxValue=most, value=exactly)


def _decision(context: Context, record: Record, url: str) -> Node:
    day = record.decided
    exact = day is not None and day.first == day.last
    return make_node(
        "AuthorizeAction",
        agent=[_body(context, id_) for id_ in record.bodies],
        recipient=[_organisation(context, id_) for id_ in record.recipients],
        object={"@id": f"{url}#bidrag"},
        endTime=datetime.combine(day.first, time(), ZONE).isoformat() if day is not None and exact else None,
        actionStatus=_COMPLETED,
    )


def _identifiers(context: Context, record: Record) -> list[Node]:
    return [
        make_node("PropertyValue", propertyID=context.words.value(entry.scheme), value=entry.value)
        for entry in stated(record.original.references) or ()
    ]


def _organisation(context: Context, id_: str) -> Node:
    if id_ not in context.kept_nodes:
        context.kept_nodes[id_] = _organisation_node(context, id_)
    return context.kept_nodes[id_]


def _organisation_node(context: Context, id_: str) -> Node:
    entry = context.register.lists.organisations[id_]
    kind = "GovernmentOrganization" if entry.type in _OF_GOVERNMENT else "Organization"
    return make_node(kind, name=entry.name, taxID=entry.organisation_number)


def _body(context: Context, id_: str) -> Node:
    owner = _organisation(context, context.register.owner_of(id_))
    return make_node("Organization", name=context.register.lists.bodies[id_].name, parentOrganization=owner)


def _areas(context: Context, record: Record) -> list[str]:
    location, lists = record.current.location, context.register.lists
    if location is None or isinstance(location, Everywhere):
        return []
    return [lists.municipalities[code].name for code in location.municipalities or () if code in lists.municipalities]


def _end(record: Record, name: str) -> str | None:
    period: Any = stated(record.current.period)
    day = getattr(period, name, None)
    return day.iso if isinstance(day, PartialDate) else None


def _interval(record: Record) -> str | None:
    start, end = _end(record, "start"), _end(record, "end")
    return f"{start}/{end}" if start and end else None
