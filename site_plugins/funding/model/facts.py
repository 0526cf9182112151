"""The smaller parts of a decision: references, who decided, period, place, documents, reports, publication."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Annotated, Final, Self, TypeAlias

from pydantic import Field, model_validator

from funding.model.dates import Date, DateOrNotStated, Day
from funding.model.parsing import NotStated, OneOrMany, OrNotStated, OrShort, OrWord, refuse
from funding.model.part import Part, part, part_with
from funding.model.texts import (
    CountyCode,
    DecisionId,
    Id,
    Line,
    Link,
    Months,
    MunicipalityCode,
    Prose,
    Reference,
    SecureLink,
    Short,
    Truth,
    one_of,
)
from funding.model.vocabulary import PriorOutcome, ReferenceScheme, ReportKind


@part
class Referral(Part):
    """A number that the matter has somewhere, verbatim."""

    value: Reference
    scheme: Annotated[ReferenceScheme, one_of(ReferenceScheme)] = ReferenceScheme.DNR


References: TypeAlias = Annotated[
    Annotated[
        tuple[Annotated[Referral, OrShort("value")], ...],
        OneOrMany(),
    ]
    | NotStated,
    OrNotStated(),
]
Ids: TypeAlias = Annotated[tuple[Id, ...], OneOrMany()]
DecisionIds: TypeAlias = Annotated[tuple[DecisionId, ...], OneOrMany()]
IdsOrNotStated: TypeAlias = Annotated[Ids | NotStated, OrNotStated()]
Lines: TypeAlias = Annotated[tuple[Line, ...], OneOrMany()]
Links: TypeAlias = Annotated[tuple[Link, ...], OneOrMany()]


@part
class PriorHandling(Part):
    """What another body said before the decision."""

    body: Id
    date: Date | None = None
    paragraph: Line | None = None
    outcome: Annotated[PriorOutcome, one_of(PriorOutcome)] | None = None


@part
class DecisionFacts(Part):
    """Who decided, when and in which paragraph; ``meeting_date`` is the meeting that is to decide."""

    body: IdsOrNotStated
    date: DateOrNotStated | None = None
    meeting_date: Date | None = None
    paragraph: Line | None = None
    delegated: Truth | None = None
    adjusted_date: Date | None = None
    prior_handling: Annotated[tuple[PriorHandling, ...], OneOrMany()] | None = None


@part_with({"not": {"anyOf": [{"required": ["months", "start"]}, {"required": ["months", "end"]}]}})
class Period(Part):
    """When the project may run: from and to, or only a length in months."""

    start: DateOrNotStated | None = None
    end: DateOrNotStated | None = None
    months: Months | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if self.months is not None and (self.start is not None or self.end is not None):
            raise refuse("period-in-two-forms")
        return self


PeriodOrNotStated: TypeAlias = Annotated[Period | NotStated, OrNotStated()]


@part
class Places(Part):
    """Where the money works, by SCB codes; counties follow from municipalities."""

    municipalities: Annotated[tuple[MunicipalityCode, ...], OneOrMany()] | None = None
    counties: Annotated[tuple[CountyCode, ...], OneOrMany()] | None = None


class Everywhere(Enum):
    """All municipalities of the register."""

    ALL = "all"


Location: TypeAlias = Annotated[Places | Everywhere, OrWord("all", Everywhere.ALL)]


@part
class Impact(Part):
    """What the paper says of consequences."""

    environment: Prose | None = None
    children: Prose | None = None
    gender_equality: Prose | None = None


DOCUMENTS_FOLDER: Final = "dokument"
"""Where the files of papers lie below ``docs/``, and so on the site."""


@part
class PublishedDocument(Part):
    """A paper behind the decision: a link, or a file below :data:`DOCUMENTS_FOLDER`."""

    title: Line
    date: Date | None = None
    url: SecureLink | None = None
    file: Line | None = None


@part
class Report(Part):
    """A report or claim: when it is due and when it came."""

    kind: Annotated[ReportKind, one_of(ReportKind)]
    due: Date | None = None
    received: Date | None = None
    url: Link | None = None


Documents: TypeAlias = Annotated[tuple[PublishedDocument, ...], OneOrMany()]
Reports: TypeAlias = Annotated[tuple[Report, ...], OneOrMany()]


@part
class Removal(Part):
    """Why and when a published decision was taken down."""

    date: Day
    reason: Short


@part
class Publication(Part):
    """Embargo, tombstone, and addresses that lead here."""

    embargo: Day | None = Field(default=None, alias="from", kw_only=True)
    removed: Removal | None = None
    redirect_from: DecisionIds | None = None

    def hidden_on(self, day: date) -> bool:
        """Tell whether the record must leave no trace on a day."""
        return self.embargo is not None and day < self.embargo


@part
class Acknowledgement(Part):
    """A warning that is intended, with the reason; never silences an error."""

    code: Line
    reason: Short


@part
class Correction(Part):
    """A typing error of ours that was mended; ``field`` is the key's path."""

    date: Day
    field: Line
    was: Prose
    reason: Short
