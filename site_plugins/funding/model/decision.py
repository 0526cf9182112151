"""A decision as its file says it: the original at the top, later decisions and corrections below."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field, ValidationInfo, field_validator

from funding.model.conditions import Conditions
from funding.model.facts import (
    Acknowledgement,
    Correction,
    DecisionFacts,
    DecisionIds,
    Documents,
    Ids,
    IdsOrNotStated,
    Impact,
    Lines,
    Links,
    Location,
    PeriodOrNotStated,
    Publication,
    References,
    Reports,
)
from funding.model.grant import Financing, Grant, PaymentMade, StateAid
from funding.model.later import Amendment
from funding.model.money import Money
from funding.model.parsing import OneOrMany, refuse
from funding.model.part import Part, part
from funding.model.texts import DecisionId, Prose, Short, Title, Truth, one_of
from funding.model.vocabulary import FactSource, Kind, Status

_NO_GRANT: Final = Grant()


@part
class Decision(Part):
    """One funding decision; the order of the fields is the order of the keys in a file."""

    title: Title
    own_title: Truth = False
    status: Annotated[Status, one_of(Status)]
    kind: Annotated[Kind, one_of(Kind)] = Kind.PROJECT
    summary: Short | None = None
    references: References | None = None
    recipient: IdsOrNotStated | None = Field(default=None, validate_default=True, kw_only=True)
    partners: Ids | None = None
    also_called: Lines | None = None
    decision: DecisionFacts
    grant: Grant | None = None
    applied_amount: Money | None = None
    total_budget: Money | None = None
    financing: Financing | None = None
    period: PeriodOrNotStated | None = None
    conditions: Conditions | None = None
    themes: Ids | None = None
    location: Location | None = None
    rationale: Prose | None = None
    economy: Prose | None = None
    impact: Impact | None = None
    documents: Documents | None = None
    reports: Reports | None = None
    payments: Annotated[tuple[PaymentMade, ...], OneOrMany()] | None = None
    outcome: Prose | None = None
    state_aid: StateAid | None = None
    legal_basis: Lines | None = None
    related: DecisionIds | None = None
    continues: DecisionId | None = None
    within: DecisionId | None = None
    amendments: Annotated[tuple[Amendment, ...], OneOrMany(100)] | None = None
    corrections: Annotated[tuple[Correction, ...], OneOrMany()] | None = None
    publication: Publication | None = None
    source_url: Links | None = None
    source_kind: Annotated[FactSource, one_of(FactSource)] = FactSource.PRIMARY
    remarks: Short | None = None
    acknowledged: Annotated[tuple[Acknowledgement, ...], OneOrMany()] | None = None

    @property
    def money(self) -> Grant:
        """The grant, for asking what it holds: an empty one where the file has none."""
        return self.grant or _NO_GRANT

    @field_validator("recipient")
    @classmethod
    def _only_a_framework_lacks_it(cls, recipient: object, info: ValidationInfo) -> object:
        if recipient is None and info.data.get("kind") not in {Kind.FRAMEWORK, None}:
            raise refuse("missing-key", key="recipient")
        return recipient
