"""The part of a register that can be shown although something has errors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias

from funding.judging.pointers import Pointer, pointers_of, pointers_of_entry
from funding.model.part import Part
from funding.model.registers import Registers
from funding.problem import Finding, Severity
from funding.register import Register
from funding.source import RegisterName, register_path

Lists: TypeAlias = Mapping[RegisterName, dict[str, Part]]


def sound(register: Register, findings: Iterable[Finding], folder: str) -> Register:
    """Give the register without what has an error and without what points at something that is left out.

    So every register id in what remains leads somewhere.
    """
    errors = [found for found in findings if found.severity is Severity.ERROR]
    if not errors:
        return register
    faulty = {(found.path, str(found.where[0])) for found in errors if found.where}
    left = Registers(
        **{
            name.value: {
                id_: entry
                for id_, entry in getattr(register.lists, name.value).items()
                if (register_path(folder, name), id_) not in faulty
            }
            for name in RegisterName
        }
    )
    lists: Lists = {name: getattr(left, name.value) for name in RegisterName}
    _drop_dangling(lists)
    broken = {found.path for found in errors}
    records = {
        id_: record
        for id_, record in register.records.items()
        if record.path not in broken and all(_leads(lists, pointer) for pointer in pointers_of(record))
    }
    return replace(register, records=records, lists=left)


def _drop_dangling(lists: Lists) -> None:
    """Drop every entry that points at nothing, then what points at it, and so on."""
    pointing: dict[tuple[RegisterName, str], list[tuple[RegisterName, str]]] = defaultdict(list)
    dangling: list[tuple[RegisterName, str]] = []
    for name, entries in lists.items():
        for id_, entry in entries.items():
            for pointer in pointers_of_entry(id_, entry):
                for register in pointer.registers:
                    pointing[register, pointer.id].append((name, id_))
                if not _leads(lists, pointer):
                    dangling.append((name, id_))
    for name, id_ in dangling:
        if lists[name].pop(id_, None):
            dangling.extend(pointing[name, id_])


def _leads(lists: Lists, pointer: Pointer) -> bool:
    return any(pointer.id in lists[name] for name in pointer.registers)
