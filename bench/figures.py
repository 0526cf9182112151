"""Numbers as the page of results writes them, in Swedish, and what is computed from several runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median
from types import MappingProxyType
from typing import Any, Final

from babel.numbers import format_decimal

_MEGABYTE: Final = 1_000_000
_SMALL: Final = 10
_SAID: Final = MappingProxyType({1.0: "lika lång tid", 0.5: "hälften", 0.2: "en femtedel", 0.1: "en tiondel"})


def number(value: float, decimals: int = 0) -> str:
    """Write a number with so many decimals, a comma before them and thousands apart."""
    form = "#,##0." + "0" * decimals if decimals else "#,##0"
    return format_decimal(value, format=form, locale="sv")


def seconds(value: float) -> str:
    """Write a time; small ones with two decimals."""
    return f"{number(value, 2 if value < _SMALL else 1)} s"


def megabytes(value: float) -> str:
    """Write a number of bytes as megabytes."""
    return f"{number(value / _MEGABYTE, 1 if value < _SMALL * _MEGABYTE else 0)} MB"


def kilobytes(value: float) -> str:
    """Write a number of bytes as kilobytes."""
    return f"{number(value / 1000, 1)} kB"


def times(value: float) -> str:
    """Write a ratio with the decimals that it has, at most two."""
    return f"{format_decimal(value, format='#,##0.##', locale='sv')} gånger"


def at_most(value: float) -> str:
    """Write the highest ratio that is allowed, in words where there are any."""
    said = _SAID.get(value, times(value))
    return f"högst {said}"


def middle(work: Mapping[str, Any], figure: str) -> float:
    """Give the median of all runs of a work: of ``wall`` or ``cpu`` in seconds, or ``memory`` in bytes."""
    return float(median(run[figure] for run in work["runs"]))


def spread(runs: Sequence[Mapping[str, Any]]) -> str:
    """Write the shortest and the longest wall time of several runs; nothing for a single one."""
    walls = sorted(run["wall"] for run in runs)
    return f"{seconds(walls[0])}–{seconds(walls[-1])}".replace(" s–", "–") if len(walls) > 1 else ""
