"""The parts that pages are put together from, as the values that the macros of ``_parts.html`` show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from markupsafe import Markup

from funding.pages.format import Format
from funding.pages.links import Link, continued, to
from funding.register import Total

ROWS = 100
"""The most rows of a list on one page."""
Shown: TypeAlias = Markup | Link | str
"""What a template prints: text is escaped, a link makes itself safe."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with its values, and small print below them."""

    label: str
    values: tuple[Shown, ...]
    notes: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a table of figures: what, how much, and the length of its bar in percent."""

    label: Shown
    figures: tuple[Shown, ...]
    share: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a pager: a page's number, or a gap (no number)."""

    number: int | None
    href: str
    here: bool = False


@dataclass(frozen=True, slots=True)
class Pager:
    """The way through a long list: some of its pages, the one before and the one after."""

    steps: tuple[Step, ...]
    before: str | None
    after: str | None


def pages_of(rows: int) -> int:
    """Give how many pages a list of so many rows takes; an empty list takes one."""
    return max(1, -(-rows // ROWS))


def pager(url: str, number: int, rows: int) -> Pager:
    """Give the way through the list at ``url`` from its page ``number``."""
    last = pages_of(rows)
    near = sorted({1, last, *range(max(1, number - 2), min(last, number + 2) + 1)})
    steps: list[Step] = []
    for page in near:
        if steps and steps[-1].number is not None and page > steps[-1].number + 1:
            steps.append(Step(None, ""))
        steps.append(Step(page, to(continued(url, page)), page == number))
    before = to(continued(url, number - 1)) if number > 1 else None
    after = to(continued(url, number + 1)) if number < last else None
    return Pager(tuple(steps), before, after)


def bar_length(value: int, largest: int) -> str:
    """Give the length of a bar in percent of the largest, with one decimal."""
    return f"{100 * value / largest:.1f}" if largest > 0 and value > 0 else "0"


def sum_beside(form: Format, figure: Total) -> tuple[Markup, ...]:
    """Give what stands beside a sum: other currencies, and how many decisions have no known amount."""
    foreign = tuple(
        form.say("parts.sum_foreign", money=form.money(value, code)) for code, value in figure.foreign.items()
    )
    without = (form.counted("parts.sum_without", figure.without_amount),) if figure.without_amount else ()
    return foreign + without


def sum_shown(form: Format, figure: Total) -> Markup:
    """Give a sum of granted money; one that holds an approximate amount says so."""
    money = form.money(figure.granted)
    return form.say("parts.sum_about", money=money) if figure.approximate else money


def sum_known(form: Format, figure: Total) -> Markup:
    """Give a sum of granted money; of decisions none of which has a known amount, that."""
    unknown = figure.granting and figure.granting == figure.without_amount
    return form.say("figures.no_amount") if unknown else sum_shown(form, figure)


def sum_fact(form: Format, label: str, figure: Total, notes: Sequence[Shown] = ()) -> Fact:
    """Give a sum as a key figure: how many decisions it adds up, and what stands beside it."""
    counted = form.counted("parts.sum_of", figure.granting)
    return Fact(label, (sum_shown(form, figure),), (counted, *sum_beside(form, figure), *notes))
