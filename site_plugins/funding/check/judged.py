"""The second half of a check: everything that was read, judged together by the rules that look across files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from funding.check.acknowledging import without_acknowledged
from funding.check.pictures import Memory
from funding.check.reading import Reading
from funding.check.running import run
from funding.judging.rule import Whole
from funding.options import Options
from funding.problem import Finding
from funding.register import Register
from funding.rules import LONE_RULES, WHOLE_RULES


def judge(
    reading: Reading, root: Path, options: Options, today: date, memory: Memory | None = None
) -> tuple[Register, list[Finding]]:
    """Give the register of what was read, and everything that is wrong and not acknowledged.

    ``memory`` spares looking again at what is the same as in the last check.
    """
    register = Register(reading.records, tuple(reading.tombstones), reading.registers, options.organisation)
    whole = Whole(
        register,
        reading.known,
        frozenset(reading.ids),
        frozenset(reading.drafts),
        frozenset(reading.aims),
        tuple(reading.links),
        options,
        today,
        root,
        tuple(reading.pointers),
        reading.synonyms,
    )
    findings = [*reading.findings, *run(WHOLE_RULES, whole, options.decisions), *_found_alone(whole, memory)]
    return register, list(without_acknowledged(findings, reading.records.values()))


def _found_alone(whole: Whole, memory: Memory | None) -> Iterator[Finding]:
    if memory is None:
        return run(LONE_RULES, whole, whole.options.decisions)
    return memory.judged(
        whole.register.records,
        (whole.register.lists, whole.known, whole.options, whole.today),
        lambda records: run(
            LONE_RULES, replace(whole, register=replace(whole.register, records=records)), whole.options.decisions
        ),
    )
