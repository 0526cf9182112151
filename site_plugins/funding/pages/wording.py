"""How the values of a decision are said: amounts, shares, sources, times and places."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from funding.model.dates import StatedDate
from funding.model.decision import Decision
from funding.model.facts import Everywhere, Location, Report
from funding.model.grant import GrantPart, OtherFinancing, Share, SourceAmount
from funding.model.money import Amount
from funding.model.parsing import NOT_STATED, NotStated
from funding.model.part import stated
from funding.pages.context import Context
from funding.pages.links import Links
from funding.pages.parts import Shown


@dataclass(frozen=True)
class Wording:
    """Says what a decision holds."""

    context: Context

    @property
    def links(self) -> Links:
        """The links to what it names."""
        return self.context.links

    def amount(self, decision: Decision) -> Markup:
        """Say the amount: at most, about, a year, or that it is not known."""
        form = self.context.form
        grant = decision.money
        amount = grant.whole
        if amount is None:
            return form.say("decision.not_recorded")
        shown = form.amount(amount, grant.currency)
        if isinstance(amount, NotStated):
            return shown
        shown = form.say("decision.yearly", amount=shown) if grant.yearly else shown
        return form.say("decision.at_most", amount=shown) if grant.ceiling else shown

    def money(self, amount: Amount | NotStated | None, decision: Decision) -> Markup:
        """Say an amount in the currency of its decision, or that it is not recorded."""
        if amount is None:
            return self.context.form.say("decision.not_recorded")
        return self.context.form.amount(amount, decision.money.currency)

    def percent(self, share: Share) -> Markup:
        """Say how many percent a share is."""
        percent = self.context.form.percent(share.percent)
        return self.context.form.say("decision.at_most", amount=percent) if share.ceiling else percent

    def costs(self, share: Share) -> Markup:
        """Say of which costs a share is counted, with the paper's words where ours are coarser."""
        form = self.context.form
        if isinstance(share.of, NotStated):
            costs = form.say("decision.of_unknown")
        else:
            costs = form.say("decision.of", costs=self.context.words.value(share.of))
        return form.say("decision.as_printed", said=costs, wording=share.as_printed) if share.as_printed else costs

    def shares(self, shares: tuple[Share, ...] | None) -> tuple[Shown, ...]:
        """Say shares, each on a line."""
        form = self.context.form
        return tuple(
            form.say("decision.share", percent=self.percent(share), costs=self.costs(share)) for share in shares or ()
        )

    def sources(self, sources: tuple[SourceAmount, ...] | None, decision: Decision) -> tuple[Shown, ...]:
        """Say from which money, with the part from each where it is known."""
        return tuple(
            self._with_amount(self.links.source(entry.source), entry.amount, decision) for entry in sources or ()
        )

    def financing(self, financing: tuple[OtherFinancing, ...] | None, decision: Decision) -> tuple[Shown, ...]:
        """Say who else pays, and how much where it is known."""
        return tuple(
            self._with_amount(self.links.financier(entry.financier), entry.amount, decision)
            for entry in financing or ()
        )

    def parts(self, parts: tuple[GrantPart, ...] | None, decision: Decision) -> tuple[Shown, ...]:
        """Say how the grant is divided."""
        return tuple(self._with_amount(self.part(part), part.amount, decision) for part in parts or ())

    def part(self, part: GrantPart) -> Shown:
        """Say whose or what a part of a grant is."""
        return self.links.organisation(part.recipient) if part.recipient else part.name

    def organisations(self, ids: tuple[str, ...] | NotStated | None) -> tuple[Shown, ...]:
        """Say which organisations."""
        if isinstance(ids, NotStated):
            return (self.context.form.silent,)
        return tuple(self.links.organisation(id_) for id_ in ids or ())

    def bodies(self, ids: tuple[str, ...] | NotStated | None) -> tuple[Shown, ...]:
        """Say which bodies decide, each with the organisation that it belongs to where that is another name."""
        if isinstance(ids, NotStated):
            return (self.context.form.silent,)
        return tuple(self._body(id_) for id_ in ids or ())

    def period(self, decision: Decision) -> Markup:
        """Say when the project may run."""
        form, period = self.context.form, decision.period
        if period is None:
            return form.say("decision.not_recorded")
        if isinstance(period, NotStated):
            return form.silent
        if period.months is not None:
            return form.counted("decision.months", period.months)
        return self._span(period.start, period.end)

    def places(self, location: Location | None) -> tuple[Shown, ...]:
        """Say where the money works."""
        if location is None:
            return ()
        if isinstance(location, Everywhere):
            return (self.context.words.value(location),)
        counties = (self.county(code) for code in location.counties or ())
        return (*(self.links.municipality(code) for code in location.municipalities or ()), *counties)

    def county(self, code: str) -> str:
        """Name a county by the municipalities of the register, whose codes begin with its code; else give its code."""
        return self.context.backwards.counties.get(code) or self.context.words.text("decision.county", code=code)

    def report(self, report: Report) -> Shown:
        """Say which report is due when."""
        kind = self.context.words.value(report.kind)
        if report.due is None:
            return kind
        return self.context.form.say("decision.report_due", kind=kind, day=self.context.form.day(report.due))

    def _span(self, start: StatedDate | NotStated | None, end: StatedDate | NotStated | None) -> Markup:
        form = self.context.form
        if stated(start) is None and stated(end) is None:
            return form.silent if NOT_STATED in (start, end) else form.say("decision.not_recorded")
        if start is not None and end is not None:
            if isinstance(start, NotStated):
                return form.say("decision.start_not_stated", day=form.day(end))
            if isinstance(end, NotStated):
                return form.say("decision.end_not_stated", day=form.day(start))
            return form.say("decision.period_both", start=form.day(start), end=form.day(end))
        if start is not None:
            return form.say("decision.period_from", day=form.day(start))
        return form.say("decision.period_to", day=form.day(end or NOT_STATED))

    def _body(self, id_: str) -> Shown:
        link = self.links.body(id_)
        owner = self.context.register.owner_of(id_)
        name = self.context.register.lists.organisations[owner].name
        if name == link.text:
            return link
        return self.context.form.say("decision.body_of", body=link, organisation=name)

    def _with_amount(self, who: Shown, amount: Amount | NotStated | None, decision: Decision) -> Shown:
        if amount is None:
            return who
        return self.context.form.say("decision.who_amount", who=who, amount=self.money(amount, decision))
