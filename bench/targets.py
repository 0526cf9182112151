"""What must be reached, and whether it was: our own limits, judged without mercy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from bench.figures import at_most, kilobytes, megabytes, middle, number, seconds

NOT_MEASURED: Final = "inte mätt i den här körningen"
MAIN: Final = 10_000
GREAT: Final = 100_000
_MEGABYTE: Final = 1_000_000
_GZIP: Final = 30_000
_SHOWN: Final = 1
"""Seconds until a saved file must be shown."""

Works = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Target:
    """One row: what must be reached, what was measured, and the verdict in a word."""

    name: str
    limit: str
    measured: str
    verdict: str


def targets_of(results: Mapping[str, Any]) -> Iterator[Target]:
    """Give every target that the benchmark can judge."""
    sizes = {size["size"]: size for size in results["sizes"]}
    main, great = sizes.get(MAIN), sizes.get(GREAT)
    works = main["works"] if main else {}
    yield from _build(works, with_index=bool(main and main["index"]))
    limit = 500 * _MEGABYTE
    yield _memory(f"Minne för hela bygget, {number(MAIN)} beslut", works, limit)
    yield _memory(f"Minne för hela bygget, {number(GREAT)} beslut", great["works"] if great else {}, 3 * limit)
    yield _ratio("Kontrollen mot check-jsonschema", works, "check", ("check-jsonschema",), 0.1)
    yield _ratio("Bygge efter en ändrad fil mot bygge från början", works, "build-changed", ("build",), 0.2)
    yield _preview(works)
    yield _growth(works, great["works"] if great else {})
    yield from _pages(list(sizes.values())[-1])


def _build(works: Works, *, with_index: bool) -> Iterator[Target]:
    if not with_index:
        name = f"Hela bygget utan sökindex mot Hugo, {number(MAIN)} beslut"
        yield _ratio(name, works, "build", ("hugo",), 1.5)
        yield _ratio("Samma, det vi siktar på", works, "build", ("hugo",), 1.0)
        return
    name = f"Hela bygget med sökindex mot Hugo och Pagefind, {number(MAIN)} beslut"
    yield _ratio(name, works, "build", ("hugo", "pagefind"), 1.0)
    yield _ratio("Samma, det vi siktar på", works, "build", ("hugo", "pagefind"), 0.5)


def _ratio(name: str, works: Works, ours: str, theirs: tuple[str, ...], most: float) -> Target:
    limit = at_most(most)
    if not {ours, *theirs} <= works.keys():
        return Target(name, limit, NOT_MEASURED, "–")
    ratios = [
        middle(works[ours], figure) / sum(middle(works[peer], figure) for peer in theirs) for figure in ("wall", "cpu")
    ]
    return Target(name, limit, _both(ratios), _verdict(max(ratios) <= most))


def _both(ratios: list[float]) -> str:
    return f"{number(ratios[0], 2)} i tid, {number(ratios[1], 2)} i processortid"


def _memory(name: str, works: Works, most: int) -> Target:
    if "build" not in works:
        return Target(name, f"högst {megabytes(most)}", NOT_MEASURED, "–")
    used = middle(works["build"], "memory")
    return Target(name, f"högst {megabytes(most)}", megabytes(used), _verdict(used <= most))


def _preview(works: Works) -> Target:
    name = f"Sparat beslut visat, från det att förhandsvisningen har sett ändringen, {number(MAIN)} beslut"
    limit = f"högst {number(_SHOWN)} s"
    if "preview" not in works:
        return Target(name, limit, NOT_MEASURED, "–")
    taken = [middle(works["preview"], figure) for figure in ("wall", "cpu")]
    return Target(
        name,
        limit,
        f"{seconds(taken[0])} i tid, {seconds(taken[1])} i processortid",
        _verdict(max(taken) <= _SHOWN),
    )


def _growth(works: Works, great: Works) -> Target:
    name = f"{number(GREAT)} beslut mot {number(MAIN)}"
    if "build" not in works or "build" not in great:
        return Target(name, at_most(11), NOT_MEASURED, "–")
    ratios = [middle(great["build"], figure) / middle(works["build"], figure) for figure in ("wall", "cpu")]
    return Target(name, at_most(11), _both(ratios), _verdict(max(ratios) <= 11))  # noqa: PLR2004 - the target


def _pages(size: Mapping[str, Any]) -> Iterator[Target]:
    packed = size["pages"]["ours"]["largest_gzip"]
    yield Target("Största beslutssidan", f"högst {kilobytes(_GZIP)} gzip", kilobytes(packed), _verdict(packed <= _GZIP))
    rows = size["pages"]["grown"]["pages"]
    same = sum(row["small"] == row["large"] for row in rows)
    yield Target(
        f"Samma beslutssida bland {number(len(rows))} och bland {number(size['size'])}, utan liknande beslut",
        "lika stor",
        f"{same} av {len(rows)} är lika stora",
        _verdict(same == len(rows)),
    )


def _verdict(met: bool) -> str:  # noqa: FBT001 - a verdict is a yes or a no
    return "ja" if met else "nej"
