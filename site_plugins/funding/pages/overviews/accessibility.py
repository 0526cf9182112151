"""The accessibility statement (lag 2018:1937, MDFFS 2019:2), from the site's options."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from funding.options import GapCause, KnownGap
from funding.pages.context import Context
from funding.pages.links import ACCESSIBILITY, Link
from funding.pages.origins import contact, outward
from funding.pages.page import Page
from funding.pages.sheet import Crumb, Sheet, make_page

_MAIL = "mailto:"


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is not accessible for one of the three causes that the law names."""

    cause: GapCause
    found: tuple[KnownGap, ...]


def accessibility_page(context: Context) -> Page:
    """Make the statement. One whose assessment is older than twelve months says so itself."""
    words, statement = context.words, context.options.accessibility
    title = words.text("accessibility.title")
    return make_page(
        context,
        Sheet(
            ACCESSIBILITY,
            title,
            words.text("accessibility.description", organisation=context.own_name),
            (Crumb(title, ACCESSIBILITY),),
        ),
        "accessibility.html",
        organisation=context.own_name,
        site=context.site_url,
        contact=contact(context),
        statement=statement,
        stale=older_than_a_year(statement.assessed, context.today),
        gaps=tuple(
            Gaps(cause, found)
            for cause in GapCause
            if (found := tuple(gap for gap in statement.gaps if gap.cause == cause))
        ),
        feedback=_way_to(statement.feedback),
        supervision=outward(statement.supervision),
    )


def older_than_a_year(assessed: date, today: date) -> bool:
    """Tell whether more than twelve months have gone since the assessment."""
    return (today.year - assessed.year, today.month, today.day) > (1, assessed.month, assessed.day)


def _way_to(address: str) -> Link:
    """Give a link to where readers write, shown by the address itself."""
    if address.startswith(_MAIL):
        return Link(address.removeprefix(_MAIL).partition("?")[0], address)
    return outward(address)
