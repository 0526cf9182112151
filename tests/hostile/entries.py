"""Register entries that would climb out of their folder, look like a person, or stand for a page that is taken."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import HERE, Case, seeds

_REGISTERS = {
    name: (HERE / f"registers/{name}.yml").read_text("utf-8")
    for name in ("organisations", "sources", "themes", "terms")
}


def cases() -> Iterator[Case]:
    """Give register files with one entry more than the sound ones."""
    for id_ in seeds("ids"):
        yield _with("themes", f"id {id_[:40]}", f'"{id_}":\n  name: Ett tema\n', 1, code="bad-id")
    for text in seeds("organisation-numbers"):
        yield _with("organisations", f"number {text}", f'ny:\n  name: Nytt\n  organisation_number: "{text}"\n', 3)
    for key in ("person", "Name", "namn", "<b>", "__proto__"):
        yield _with("organisations", f"key {key}", f'ny:\n  name: Nytt\n  "{key}": x\n', 3, code="unknown-key")
    for text in ("{}", "~", "[]", "text", "[a]", "5"):
        yield _with("themes", f"entry {text}", f"ny: {text}\n", 1)
    yield _with("organisations", "unit of itself", "ny:\n  name: Nytt\n  unit_of: ny\n", 3)
    yield _with("organisations", "units in a circle", "a:\n  name: A\n  unit_of: b\nb:\n  name: B\n  unit_of: a\n", 3)
    yield _with("sources", "funds in a circle", "a:\n  name: A\n  part_of: b\nb:\n  name: B\n  part_of: a\n", 3)
    yield _with("organisations", "succeeded by nobody", "ny:\n  name: Nytt\n  succeeded_by: nej\n", 3)
    yield _with("terms", "a link that is none", "X1:\n  title: Villkor\n  url: javascript:alert(1)\n", 3)
    yield _with("organisations", "person in a name", "ny:\n  name: Anna 811218-9876\n", 2)
    yield _with("organisations", "person as an id", "811218-9876:\n  name: Anna\n", 1)
    chain = "".join(f"c{number}:\n  name: C{number}\n  unit_of: c{number + 1}\n" for number in range(4_000))
    yield _with("organisations", "a chain of four thousand", chain + "c4000:\n  name: Sist\n")
    many = "".join(f"o{number}:\n  name: Samma namn\n" for number in range(6_000))
    yield _with("organisations", "six thousand of one name", many)


def _with(register: str, name: str, more: str, *faulty: int, code: str | None = None) -> Case:
    sound = _REGISTERS[register]
    lines = frozenset(sound.count("\n") + number for number in faulty)
    return Case(f"{register}: {name}", (sound + more).encode(), lines, code, f"decisions/registers/{register}.yml")
