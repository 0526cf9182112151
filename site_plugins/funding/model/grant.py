"""The money of a decision: amount, shares, sources, years and parts."""

from __future__ import annotations

from typing import Annotated, Self, TypeAlias

from pydantic import model_validator

from funding.model.dates import Date
from funding.model.money import OUR_CURRENCY, Amount, Money, MoneyOrNotStated, MoneyOrZero, Payment, Percent, added
from funding.model.parsing import NotStated, OneOrMany, OrNotStated, OrShort, refuse
from funding.model.part import Part, part, part_with
from funding.model.texts import Currency, Id, Line, Truth, Year, one_of
from funding.model.vocabulary import FinancingStatus, PaymentKind, ShareBase, StateAidType


@part
class Share(Part):
    """At most so many percent of such costs; ``ceiling`` where the source says "högst"."""

    percent: Percent
    of: Annotated[Annotated[ShareBase, one_of(ShareBase)] | NotStated, OrNotStated()]
    ceiling: Truth | None = None
    as_printed: Line | None = None


@part
class SourceAmount(Part):
    """Whose money: a source, and how much of the grant is from it where that is said."""

    source: Id
    amount: Money | None = None


@part
class StateAid(Part):
    """State aid, if any ((EU) 651/2014, (EU) 2023/2831). ``amount_gge`` is the gross grant equivalent."""

    type: Annotated[StateAidType, one_of(StateAidType)]
    amount_gge: Money | None = None
    granting_date: Date | None = None
    nace: Line | None = None
    sa_number: Line | None = None
    registered_date: Date | None = None


@part_with({"oneOf": [{"required": ["recipient"]}, {"required": ["label"]}]})
class GrantPart(Part):
    """One recipient's or purpose's part of a grant."""

    recipient: Id | None = None
    label: Line | None = None
    amount: Money | None = None
    shares: Annotated[tuple[Share, ...], OneOrMany()] | None = None
    state_aid: StateAid | None = None

    @model_validator(mode="after")
    def _named(self) -> Self:
        if (self.recipient is None) == (self.label is None):
            raise refuse("part-without-one-name")
        return self

    @property
    def name(self) -> str:
        """What the part is pointed at by: its recipient's id or its label."""
        return self.recipient or self.label or ""


Shares: TypeAlias = Annotated[tuple[Share, ...], OneOrMany()]
Sources: TypeAlias = Annotated[tuple[Annotated[SourceAmount, OrShort("source")], ...], OneOrMany()]
PerYear: TypeAlias = dict[Year, MoneyOrZero]
Parts: TypeAlias = Annotated[tuple[GrantPart, ...], OneOrMany()]


@part
class Grant(Part):
    """What is asked for, proposed or granted, as the decision's status says.

    ``ceiling`` is true for "dock högst", false for an exact amount and absent where the paper does not say.
    ``yearly`` marks an amount per year without stated years, counted once.
    """

    amount: MoneyOrNotStated | None = None
    currency: Currency = OUR_CURRENCY
    ceiling: Truth | None = None
    yearly: Truth = False
    shares: Shares | None = None
    sources: Sources | None = None
    per_year: PerYear | None = None
    parts: Parts | None = None

    @property
    def whole(self) -> Amount | NotStated | None:
        """The amount as stated, else the sum of the parts where each has one."""
        if self.amount is not None or not self.parts:
            return self.amount
        amounts = [part.amount for part in self.parts if part.amount is not None]
        return added(amounts) if len(amounts) == len(self.parts) else None


@part
class OtherFinancing(Part):
    """Others' money in the same project."""

    financier: Id
    amount: MoneyOrZero | None = None
    in_kind: Truth = False
    status: Annotated[FinancingStatus, one_of(FinancingStatus)] | None = None


Financing: TypeAlias = Annotated[tuple[Annotated[OtherFinancing, OrShort("financier")], ...], OneOrMany()]


@part
class PaymentMade(Part):
    """Money that moved; a recovery came back. Amounts are positive and may have öre."""

    date: Date
    amount: Payment
    kind: Annotated[PaymentKind, one_of(PaymentKind)] = PaymentKind.CLAIM
