"""The bare facts of one invented decision, before they are written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

from bench.corpus import ALONE, AS_OF, SEED
from bench.corpus.organisations import OWN, organisation
from bench.corpus.prose import Prose

FIRST_YEAR: Final = 2012
YEARS: Final = 15
LAST_DAY: Final = date.fromisoformat(AS_OF)
NEW_RECIPIENT_EVERY: Final = 25
FIRST_RECIPIENTS: Final = 12
UNDECIDED: Final = frozenset({"applied", "proposed", "prioritised"})
REFUSED: Final = frozenset({"rejected", "withdrawn", "closed_without_review"})

_STATUSES: Final = {
    "granted": 640, "completed": 140, "proposed": 70, "rejected": 65, "applied": 30, "withdrawn": 20,
    "cancelled": 15, "prioritised": 8, "revoked": 6, "closed_without_review": 6,
}  # fmt: skip  # one line a group of statuses reads better
_KINDS: Final = {"project": 820, "feasibility_study": 100, "operating_grant": 70, "framework": 10}
_SOURCES: Final = {"egna-medel": 45, "anslag-1-1": 30, "eruf": 15, "kulturmedel": 8, "bergslagsfonden": 2}
_BODIES: Final = {"regional-tillvaxtnamnd": 46, "regionstyrelsen": 18, "kulturnamnden": 8, "tillvaxtverket": 4}
_PERCENTS: Final = ("50", "50", "40", "33.33", "30", "25", "45.5", "20", "11", "37.5", "50", "60")
DELEGATE: Final = "direktor"
MOST_DELEGATED: Final = 500_000


@dataclass(frozen=True, slots=True)
class Facts:
    """Who, what, when and how much. Amounts are whole kronor; ``decided`` is also the day of what is not decided."""

    number: int
    year: int
    status: str
    kind: str
    title: str
    recipients: tuple[str, ...]
    body: str
    decided: date
    start: date
    end: date
    amount: int
    percent: str
    sources: tuple[str, ...]

    @property
    def budget(self) -> int:
        """The whole cost of the project, of which the grant is the stated share."""
        return round(self.amount * 100 / float(self.percent))

    @property
    def granted(self) -> bool:
        """Whether money was granted, whatever came later."""
        return self.status not in UNDECIDED | REFUSED


def weighted(chance: Random, weights: dict[str, int]) -> str:
    """Choose by weights."""
    return chance.choices(tuple(weights), tuple(weights.values()))[0]


def recipients_until(number: int) -> int:
    """Give how many organisations have received something before and in the decision with this running number."""
    return FIRST_RECIPIENTS + 1 + number // NEW_RECIPIENT_EVERY


def facts(number: int, chance: Random) -> Facts:
    """Draw the facts of the decision with a running number; the same in every corpus that is large enough."""
    year = FIRST_YEAR + number * 7 % YEARS
    kind = weighted(chance, _KINDS)
    status = "granted" if kind == "framework" else weighted(chance, _STATUSES)
    amount = _amount(chance, kind)
    decided = _day(chance, year)
    start = decided + timedelta(days=chance.randint(1, 120))
    months = chance.choice((6, 9, 12, 12, 18, 24, 30, 36, 36))
    small = amount <= MOST_DELEGATED and kind != "framework"
    body = DELEGATE if small and chance.random() < 0.55 else weighted(chance, _BODIES)
    first = weighted(chance, _SOURCES)
    second = weighted(chance, _SOURCES) if chance.random() < 0.1 else first
    return Facts(
        number=number,
        year=year,
        status=status,
        kind=kind,
        title=_title(number, chance, year),
        recipients=_recipients(number, chance),
        body=body,
        decided=decided,
        start=start,
        end=start + timedelta(days=months * 30),
        amount=amount,
        percent=chance.choice(_PERCENTS),
        sources=tuple(dict.fromkeys((first, second))),
    )


def _day(chance: Random, year: int) -> date:
    last = LAST_DAY if year == LAST_DAY.year else date(year, 12, 20)
    first = date(year, 1, 10)
    return first + timedelta(days=chance.randrange((last - first).days + 1))


def _amount(chance: Random, kind: str) -> int:
    if kind == "framework":
        return chance.randint(40, 90) * 1_000_000
    drawn = min(max(int(chance.lognormvariate(13.1, 1.0)), 10_000), 20_000_000)
    return round(drawn, -3) if chance.random() < 0.4 else drawn


def _title(number: int, chance: Random, year: int) -> str:
    """Give the title; one in seventy repeats an earlier one, as yearly grants do."""
    one = chance.randrange(ALONE, number) if number > ALONE and chance.random() < 0.015 else number
    title = Prose(Random(f"{SEED}/title/{one}"), year).one_of("titles")
    return f"{title}, pilotetapp" if number < ALONE else title


def _recipients(number: int, chance: Random) -> tuple[str, ...]:
    """Give one recipient, seldom two: a few get much, most get little, and each new one gets something at once."""
    pool = recipients_until(number)
    first = pool - 1 if number % NEW_RECIPIENT_EVERY == 0 else long_tailed(chance, pool)
    if chance.random() < 0.01:
        return (OWN,)
    chosen = (first, long_tailed(chance, pool)) if chance.random() < 0.05 else (first,)
    return ids(chosen)


def long_tailed(chance: Random, pool: int) -> int:
    """Draw a running number below ``pool``, low ones far more often."""
    return int(pool * chance.random() ** 2.2)


def ids(numbers: Sequence[int]) -> tuple[str, ...]:
    """Give the ids of organisations, each once."""
    return tuple(dict.fromkeys(organisation(number).id for number in numbers))
