"""Whatever stands in a file, writing and mending it raises nothing, and what is written once is written so again."""

from __future__ import annotations

from random import Random

import pytest

from funding.labels import Words
from funding.model.registers import Registers
from funding.problem import Problem, Severity
from funding.register import Register
from funding.writing.forming import form
from funding.writing.mending import mend
from funding.writing.mends import MENDED
from funding.writing.mends.spot import Known
from tests.hostile.test_fuzz import SIGNS, WORDS_OF_YAML
from tests.writing.documents import document, real_documents

PIECES = [piece.encode() for piece in (*SIGNS, *WORDS_OF_YAML, " #", "# x\n", "|\n", "|2\n", ">+\n", "~")] + [b"\xff"]
KNOWN = Known(Register({}, (), Registers(), "regionen"), (Words("sv"), Words("en")))
CODES = sorted(MENDED)


def garbage(chance: Random) -> bytes:
    """Give a real file with a few stretches of it replaced by what YAML takes for signs."""
    data = chance.choice(real_documents()).text.encode()
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(data))
        end = min(len(data), start + chance.choice([0, 0, 1, 2, 5, 30]))
        data = data[:start] + b"".join(chance.choices(PIECES, k=chance.randint(0, 3))) + data[end:]
    return data


def problem(code: str, line: int, column: int, length: int) -> Problem:
    return Problem("decisions/2024/x.yml", line, column, code, line, column + length, Severity.ERROR, "")


@pytest.mark.parametrize("part", range(4))
def test_garbage_is_written_or_left_alone(part: int) -> None:
    written = 0
    for seed in range(part * 250, part * 250 + 250):
        chance = Random(seed)  # noqa: S311 - chance, not secrecy
        data = garbage(chance)
        given = document(data)
        found = form(given)
        if found.text is not None:
            assert form(document(found.text)).text == found.text
            written += 1
        lines = data.decode("utf-8", "replace").split("\n")
        places = [chance.randrange(len(lines)) for _ in range(4)]
        problems = [
            problem(chance.choice(CODES), line + 1, chance.randint(1, len(lines[line]) + 1), chance.randint(0, 8))
            for line in places
        ]
        problems += [
            problem(fault.code, fault.span.line, fault.span.column, fault.span.end_column - fault.span.column)
            for fault in given.findings
            if fault.span
        ]
        mended = mend(given.file, data, problems, KNOWN)
        assert mended is None or mended.mends
    assert written > 20
