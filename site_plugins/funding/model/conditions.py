"""Conditions: a standard wording from the register, or the paper's own words."""

from __future__ import annotations

from typing import Annotated, Self, TypeAlias

from pydantic import model_validator

from funding.model.dates import Date
from funding.model.parsing import OneOrMany, OrShort, refuse
from funding.model.part import Part, part_with
from funding.model.texts import Id, Prose, Truth, one_of
from funding.model.vocabulary import ConditionType

_OF_OWN_WORDS = ("type", "text", "terms", "precondition")


@part_with(
    {
        "oneOf": [
            {"required": ["standard"], "not": {"anyOf": [{"required": [key]} for key in _OF_OWN_WORDS]}},
            {"required": ["type", "text"]},
        ]
    }
)
class Condition(Part):
    """One condition. Either ``standard`` (an id in the register) or ``type`` with the paper's ``text``."""

    standard: Id | None = None
    type: Annotated[ConditionType, one_of(ConditionType)] | None = None
    terms: Id | None = None
    text: Prose | None = None
    id: Id | None = None
    precondition: Truth | None = None
    due: Date | None = None
    met: Date | None = None
    failed: Date | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if (self.standard is None) == (self.type is None):
            raise refuse("condition-without-one-form")
        if self.standard is not None and any(getattr(self, key) is not None for key in _OF_OWN_WORDS):
            raise refuse("standard-condition-with-own-words")
        if self.type is not None and not self.text:
            raise refuse("missing-key", key="text")
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """What a later decision may point at it by; the type only if no other condition shares it."""
        given = (self.id, self.standard, self.type.value if self.type else None)
        return tuple(name for name in given if name)


Conditions: TypeAlias = Annotated[tuple[Annotated[Condition, OrShort("standard")], ...], OneOrMany()]
