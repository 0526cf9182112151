"""Later decisions: what an amendment says, and what it sets."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final, TypeAlias

from pydantic import ConfigDict, Field, model_validator

from funding.model.conditions import Conditions
from funding.model.dates import Date, DateOrNotStated
from funding.model.facts import Documents, Ids, IdsOrNotStated, Links, Location, PeriodOrNotStated, References, Reports
from funding.model.grant import Financing, Parts, PerYear, Shares, Sources, StateAid
from funding.model.money import Change, MoneyOrNotStated, MoneyOrZero
from funding.model.parsing import NotStated, OneOrMany, OrNotStated, OrShort
from funding.model.part import Part
from funding.model.texts import Id, Line, Prose, Title, Truth, one_of
from funding.model.vocabulary import AmendmentKind, AmendmentStatus


class PartChange(Part):
    """A new amount, shares or state aid of one part of a grant."""

    amount: MoneyOrNotStated | None = None
    shares: Shares | None = None
    state_aid: StateAid | None = None


_ITEM_FAMILIES: Final = {
    "years": re.compile(r"grant\.per_year\.[0-9]{4}"),
    "sources": re.compile(r"grant\.sources\..+"),
    "parts": re.compile(r"grant\.parts\..+"),
    "states": re.compile(r"conditions\..+\.(?:met|failed|due)"),
}
_MoneyItem: TypeAlias = Annotated[MoneyOrZero | NotStated, OrNotStated()]


class Changes(Part):
    """What an amendment sets, by path. A list is replaced whole; one year, source, part or condition by its path.

    The last four fields gather the paths of single items; their keys are the whole paths as typed.
    """

    model_config = ConfigDict(json_schema_extra={"additionalProperties": False})

    title: Title | None = None
    recipient: IdsOrNotStated | None = None
    partners: Annotated[Ids | NotStated, OrNotStated()] | None = None
    total_budget: MoneyOrNotStated | None = None
    financing: Annotated[Financing | NotStated, OrNotStated()] | None = None
    location: Annotated[Location | NotStated, OrNotStated()] | None = None
    themes: Annotated[Ids | NotStated, OrNotStated()] | None = None
    conditions: Annotated[Conditions | NotStated, OrNotStated()] | None = None
    reports: Annotated[Reports | NotStated, OrNotStated()] | None = None
    period: PeriodOrNotStated | None = None
    period_start: DateOrNotStated | None = Field(default=None, alias="period.start")
    period_end: DateOrNotStated | None = Field(default=None, alias="period.end")
    amount: MoneyOrNotStated | None = Field(default=None, alias="grant.amount")
    ceiling: Annotated[Truth | NotStated, OrNotStated()] | None = Field(default=None, alias="grant.ceiling")
    shares: Annotated[Shares | NotStated, OrNotStated()] | None = Field(default=None, alias="grant.shares")
    sources: Annotated[Sources | NotStated, OrNotStated()] | None = Field(default=None, alias="grant.sources")
    per_year: Annotated[PerYear | NotStated, OrNotStated()] | None = Field(default=None, alias="grant.per_year")
    parts: Annotated[Parts | NotStated, OrNotStated()] | None = Field(default=None, alias="grant.parts")
    item_years: dict[str, _MoneyItem] = Field(default_factory=dict, alias="(years)")
    item_sources: dict[str, _MoneyItem] = Field(default_factory=dict, alias="(sources)")
    item_parts: dict[str, Annotated[PartChange, OrShort("amount", {"type": ["string", "integer"]})]] = Field(
        default_factory=dict, alias="(parts)"
    )
    item_states: dict[str, DateOrNotStated] = Field(default_factory=dict, alias="(states)")

    @model_validator(mode="before")
    @classmethod
    def _gather_items(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        gathered: dict[str, Any] = {}
        for path, new in value.items():
            family = next((name for name, form in _ITEM_FAMILIES.items() if form.fullmatch(path)), None)
            if family:
                gathered.setdefault(f"({family})", {})[path] = new
            else:
                gathered[path] = new
        return gathered

    @property
    def paths(self) -> tuple[str, ...]:
        """Every path that is set, as typed, in the order of the fields."""
        found: list[str] = []
        for name, field in type(self).model_fields.items():
            if name not in self.model_fields_set:
                continue
            found.extend(getattr(self, name) if name.startswith("item_") else [field.alias or name])
        return tuple(found)


class Amendment(Part):
    """A later decision about the same grant. Only a granted one changes what is current."""

    id: Id | None = None
    status: Annotated[AmendmentStatus, one_of(AmendmentStatus)] = AmendmentStatus.GRANTED
    date: Date | None = None
    meeting_date: Date | None = None
    kind: Annotated[tuple[Annotated[AmendmentKind, one_of(AmendmentKind)], ...], OneOrMany()]
    body: Ids | None = None
    paragraph: Line | None = None
    delegated: Truth | None = None
    effective: Date | None = None
    voids: Id | None = None
    change: Change | None = None
    set: Changes | None = None
    reason: Prose | None = None
    references: References | None = None
    documents: Documents | None = None
    source_url: Links | None = None

    @property
    def granted(self) -> bool:
        """Whether it was decided."""
        return self.status is AmendmentStatus.GRANTED

    @property
    def when(self) -> Date | None:
        """Its date, or the meeting that is to decide."""
        return self.date or self.meeting_date
