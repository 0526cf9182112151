"""Later decisions that point at themselves, at nothing or at each other, and more of them than anybody makes."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import SOUND, Case, line_of, refused, whole

_START = line_of("amendments:")
_HEAD = SOUND.split("amendments:")[0]
_TAIL = "source_url: https://www.example.se/protokoll.pdf\n"


def cases() -> Iterator[Case]:
    """Give files whose later decisions do not hold together."""
    change = "    change:"
    yield refused("voids itself", change, "    voids: 2024-08-15")
    yield refused("voids nothing", change, "    voids: 2023-01-01")
    yield refused("voids a strange id", change, "    voids: ../../x")
    yield refused("voids markup", change, '    voids: "<script>alert(1)</script>"')
    yield refused("change unlike set", change, "    change: 30 000")
    yield refused("change to nothing", change, "    change: -100 000", "change-unlike-set")
    yield refused(
        "draft of a later decision", "  - date: 2024-08-15", "  - date: 2024-08-15\n    status: draft", below=1
    )
    yield _later("circle of two", ["id: a, voids: b", "id: b, voids: a"], 1)
    yield _later("circle of three", ["id: a, voids: c", "id: b, voids: a", "id: c, voids: b"], 1)
    yield _later("same id twice", ["id: a", "id: a"], 2)
    yield _later("out of order", ["id: a", "id: b"], 2, days=("2024-06-01", "2024-05-01"))
    yield _later("unknown kind", ["id: a, kind: förlängning"], 1)
    yield _later("part of nobody", ["set: {grant.parts.nej: 5}"], 1)
    yield _later("condition of nothing", ["set: {conditions.nej.met: 2024-06-01}"], 1)
    yield _later("below zero", ["kind: decrease, change: -200 000"], -5, 1)
    about = SOUND.replace("  amount: 100 000", "  amount: ca 100 000").replace("change: 20 000", "change: -200 000")
    about = about.replace("kind: increase", "kind: decrease").replace("grant.amount: 120 000", "period.end: 2024")
    yield whole("later: below zero from about", about, line_of("    change:"), code="grant-below-zero")
    yield _later("period backwards", ["set: {period.end: 2023-01-01}"], 1)
    yield _later("two hundred", ["id: a"] * 200, 0, code="too-many-items")
    yield _later("seven hundred paths", [f"set: {{{', '.join(f'grant.sources.s{n}: 5' for n in range(700))}}}"], 1)
    many = [f"id: i{n}, set: {{{', '.join(f'conditions.c{m}.met: 2024' for m in range(60))}}}" for n in range(100)]
    yield _later("a hundred with sixty paths", many, 1, 2)
    voiding = [f"id: i{n}" for n in range(50)] + [f"id: v{n}, voids: i{n}" for n in range(50)]
    yield _later("fifty that void fifty", voiding)


def _later(name: str, amendments: list[str], *faulty: int, code: str | None = None, days: tuple[str, ...] = ()) -> Case:
    """Make a file with one later decision a line; ``faulty`` counts from 1, 0 is the line of the key."""
    lines = []
    for number, text in enumerate(amendments):
        day = days[number] if days else "2024-06-01"
        kind = "" if "kind" in text else "kind: scope, "
        lines.append(f"  - {{date: {day}, {kind}reason: Skäl., {text}}}")
    content = f"{_HEAD}amendments:\n" + "\n".join(lines) + f"\n{_TAIL}"
    return whole(f"later: {name}", content, *(_START + number for number in faulty), code=code)
