"""The seven registers that decisions point into by id."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, TypeAlias

from funding.model.dates import Date
from funding.model.facts import Lines
from funding.model.money import Percent
from funding.model.parsing import OneOrMany, Parsed, refuse, require_text
from funding.model.part import Part, part
from funding.model.texts import Id, Line, Link, MunicipalityCode, Prose, Truth, one_of
from funding.model.vocabulary import BodyType, ConditionType, FundKind, OrganisationType
from funding.source.files import RegisterName

SWEDEN = "SE"
_COUNTRY_LETTERS = 2


def _parse_country(value: object) -> str:
    text = require_text(value)
    if len(text) != _COUNTRY_LETTERS or not (text.isascii() and text.isalpha() and text.isupper()):
        raise refuse("bad-country", given=text)
    return text


Country: TypeAlias = Annotated[str, Parsed(_parse_country, {"type": "string", "pattern": "^[A-Z]{2}$"})]


@part
class FormerName(Part):
    """A name that was used until a date."""

    name: Line
    until: Date | None = None


@part
class Owner(Part):
    """Who owns a part of an organisation, and how much."""

    owner: Id
    percent: Percent | None = None


@part
class Organisation(Part):
    """A recipient, partner, funder or financier. ``unit_of`` marks a unit without a number of its own."""

    name: Line
    organisation_number: Line | None = None
    type: Annotated[OrganisationType, one_of(OrganisationType)] | None = None
    country: Country = SWEDEN
    municipality: MunicipalityCode | None = None
    former_names: Annotated[tuple[FormerName, ...], OneOrMany()] | None = None
    aliases: Lines | None = None
    unit_of: Id | None = None
    succeeded_by: Id | None = None
    part_owned_by: Annotated[tuple[Owner, ...], OneOrMany()] | None = None


@part
class Body(Part):
    """Who decides. Without ``organisation`` it belongs to the site's own."""

    name: Line
    type: Annotated[BodyType, one_of(BodyType)] | None = None
    organisation: Id | None = None


@part
class FundSource(Part):
    """An appropriation, fund or own money that grants are paid from."""

    name: Line
    kind: Annotated[FundKind, one_of(FundKind)] | None = None
    former_names: Annotated[tuple[FormerName, ...], OneOrMany()] | None = None
    part_of: Id | None = None


@part
class Terms(Part):
    """General terms, by their diary number."""

    title: Line
    adopted: Date | None = None
    url: Link | None = None


@part
class StandardCondition(Part):
    """A wording that is used in many decisions; never edited, a new wording is a new id."""

    type: Annotated[ConditionType, one_of(ConditionType)]
    text: Prose
    precondition: Truth | None = None
    terms: Id | None = None


@part
class Theme(Part):
    """A subject that decisions are sorted by."""

    name: Line


@part
class Municipality(Part):
    """A municipality, by its SCB code."""

    name: Line
    county: Line | None = None


ENTRY_TYPES: dict[RegisterName, type[Part]] = {
    RegisterName.ORGANISATIONS: Organisation,
    RegisterName.BODIES: Body,
    RegisterName.SOURCES: FundSource,
    RegisterName.TERMS: Terms,
    RegisterName.CONDITIONS: StandardCondition,
    RegisterName.THEMES: Theme,
    RegisterName.MUNICIPALITIES: Municipality,
}


@dataclass(frozen=True, slots=True)
class Registers:
    """The entries of all seven registers by id, in the order of their files."""

    organisations: dict[str, Organisation] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    sources: dict[str, FundSource] = field(default_factory=dict)
    terms: dict[str, Terms] = field(default_factory=dict)
    conditions: dict[str, StandardCondition] = field(default_factory=dict)
    themes: dict[str, Theme] = field(default_factory=dict)
    municipalities: dict[str, Municipality] = field(default_factory=dict)
