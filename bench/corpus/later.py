"""What came after an invented decision: amendments, payments, reports, corrections."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Final

from bench.corpus.facts import LAST_DAY, Facts
from bench.corpus.prose import Prose
from bench.corpus.yaml_lines import block, money

_REASONS: Final = (
    "Projektet kom i gång senare än planerat.",
    "Kostnaderna blev högre än beräknat.",
    "Sökanden har bett om mer tid för utvärderingen.",
    "En medfinansiär har dragit sig ur.",
    "Alla medel behövdes inte.",
)
LIMIT: Final = LAST_DAY - timedelta(days=30)


def amendments(facts: Facts, chance: Random, *, whole_amount: bool) -> Iterator[str]:
    """Give later decisions, if any. ``whole_amount`` tells that the amount stands alone, so that it may change."""
    day = facts.decided + timedelta(days=chance.randint(90, 400))
    if facts.status == "revoked":
        yield "amendments:"
        yield from _head(min(day, LAST_DAY), "revocation", "Projektet blev inte av.", chance)
        return
    if not facts.granted or day > LIMIT or chance.random() > 0.16:
        return
    yield "amendments:"
    yield from _extension(facts, day, chance)
    later = day + timedelta(days=chance.randint(60, 300))
    if whole_amount and later <= LIMIT and chance.random() < 0.5:
        yield from _new_amount(facts, later, chance)


def _head(day: date, kind: str, reason: str, chance: Random) -> Iterator[str]:
    yield f"  - date: {day}"
    yield f"    kind: {kind}"
    yield f'    paragraph: "§ {chance.randint(1, 180)}"'
    yield f"    reason: {reason}"


def _extension(facts: Facts, day: date, chance: Random) -> Iterator[str]:
    yield from _head(day, "extension", chance.choice(_REASONS[:3]), chance)
    yield f"    set: {{period.end: {facts.end + timedelta(days=30 * chance.randint(3, 12))}}}"


def _new_amount(facts: Facts, day: date, chance: Random) -> Iterator[str]:
    """Raise or lower the amount, and the budget with it, so that the share stays what it is."""
    up = chance.random() < 0.6
    change = round(facts.amount * chance.uniform(0.05, 0.2)) * (1 if up else -1)
    amount = facts.amount + change
    yield from _head(day, "increase" if up else "decrease", _REASONS[1] if up else _REASONS[4], chance)
    yield f"    change: {'-' if change < 0 else ''}{money(abs(change))}"
    yield "    set:"
    yield f"      grant.amount: {money(amount)}"
    yield f"      total_budget: {money(round(amount * 100 / float(facts.percent)))}"


def reports(facts: Facts, chance: Random) -> Iterator[str]:
    """Give dates of reports for half of what was granted; those due have come."""
    if not facts.granted or chance.random() > 0.5:
        return
    yield "reports:"
    middle = facts.start + (facts.end - facts.start) / 2
    for kind, due in (("interim", middle), ("final", facts.end + timedelta(days=60))):
        received = f", received: {due - timedelta(days=chance.randint(0, 20))}" if due <= LAST_DAY else ""
        yield f"  - {{kind: {kind}, due: {due}{received}}}"


def payments(facts: Facts, chance: Random) -> Iterator[str]:
    """Give what was paid of completed projects: less than was granted in all."""
    if facts.status != "completed":
        return
    yield "payments:"
    for part in range(chance.randint(1, 3)):
        day = min(facts.start + timedelta(days=100 * (part + 1)), LAST_DAY)
        yield f"  - {{date: {day}, amount: {money(facts.amount // 4)}}}"


def outcome(facts: Facts, chance: Random, prose: Prose) -> Iterator[str]:
    """Give what came of seven in ten completed projects."""
    if facts.status == "completed" and chance.random() < 0.7:
        yield from block("outcome", [prose.sentences(3)])


def corrections(facts: Facts, chance: Random) -> Iterator[str]:
    """Give a mended typing error in one of fifty."""
    day = facts.decided + timedelta(days=40)
    if chance.random() < 0.02 and day <= LAST_DAY and facts.granted:
        was = money(facts.amount + 9_000)
        yield "corrections:"
        yield f"  - {{date: {day}, field: grant.amount, was: {was}, reason: Omkastade siffror i vår fil.}}"
