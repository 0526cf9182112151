"""Later decisions: what an amendment says, and what it sets."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final, TypeAlias

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer, model_validator

from funding.model.conditions import Conditions
from funding.model.dates import Date, DateOrNotStated
from funding.model.facts import Documents, Ids, IdsOrNotStated, Links, Location, PeriodOrNotStated, References, Reports
from funding.model.grant import Financing, Parts, PerYear, Shares, Sources, StateAid
from funding.model.money import Change, MoneyOrNotStated, MoneyOrZero
from funding.model.parsing import INTERNAL, NotStated, OneOrMany, OrNotStated, OrShort, refuse
from funding.model.part import Part, SparsePart, part
from funding.model.texts import Id, Line, Prose, Title, Truth, one_of
from funding.model.vocabulary import AmendmentKind, AmendmentStatus
from funding.source.files import YEAR


class PartChange(SparsePart):
    """A new amount, shares or state aid of one part of a grant."""

    amount: MoneyOrNotStated | None = None
    shares: Shares | None = None
    state_aid: StateAid | None = None


MOST_PATHS: Final = 500
ITEM_FAMILIES: Final = {
    f"{INTERNAL}years": rf"grant\.per_year\.{YEAR}",
    f"{INTERNAL}sources": r"grant\.sources\..+",
    f"{INTERNAL}parts": r"grant\.parts\..+",
    f"{INTERNAL}states": r"conditions\..+\.(?:met|failed|due)",
}
"""Which paths point at a single item, as patterns, by the field of :class:`Changes` that gathers them."""

_Item: TypeAlias = Annotated[MoneyOrZero | NotStated, OrNotStated()]


class Changes(SparsePart):
    """What an amendment sets, by path. A list is replaced whole; one year, source, part or condition by its path.

    The last four fields gather the paths of single items; their keys are the whole paths as typed.
    """

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
    item_years: dict[str, _Item] = Field(default_factory=dict, alias=f"{INTERNAL}years")
    item_sources: dict[str, MoneyOrNotStated] = Field(default_factory=dict, alias=f"{INTERNAL}sources")
    item_parts: dict[str, Annotated[PartChange, OrShort("amount")]] = Field(
        default_factory=dict, alias=f"{INTERNAL}parts"
    )
    item_states: dict[str, DateOrNotStated] = Field(default_factory=dict, alias=f"{INTERNAL}states")

    @model_validator(mode="before")
    @classmethod
    def _gather_items(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        if len(value) > MOST_PATHS:
            raise refuse("too-many-items", count=str(len(value)), limit=str(MOST_PATHS))
        gathered: dict[str, Any] = {}
        for path, new in value.items():
            family = next((name for name, form in ITEM_FAMILIES.items() if re.fullmatch(form, path)), None)
            if family:
                gathered.setdefault(family, {})[path] = new
            else:
                gathered[path] = new
        return gathered

    @model_serializer(mode="wrap")
    def _as_typed(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        written: dict[str, Any] = {}
        for path, new in handler(self).items():
            written.update(new if path in ITEM_FAMILIES else {path: new})
        return written

    @property
    def paths(self) -> tuple[str, ...]:
        """Every path that is set, as typed, in the order of the fields."""
        found: list[str] = []
        for name, field in type(self).model_fields.items():
            if name not in self.model_fields_set:
                continue
            found.extend(getattr(self, name) if name.startswith("item_") else [field.alias or name])
        return tuple(found)


@part
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
