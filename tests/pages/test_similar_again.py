"""What is found with the help of the last build is what would be found without it, whatever is edited in between."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bench.generate import generate
from funding.check import check
from funding.labels import Words
from funding.pages.likeness import remembered
from funding.pages.likeness.similar import Similar
from funding.pages.likeness.traits import Traits
from funding.project import find_project
from funding.register import Record, Register
from tests.editing import Editor
from tests.pages.made import DAY

DECISIONS = 400
ROUNDS = 60


def read(folder: Path) -> Register:
    options = find_project(folder).options
    return check(folder, options, Words(options.lang), DAY).register


def found(register: Register, cached: Path | None) -> dict[str, tuple[list[str], str]]:
    similar = Similar(register)
    similar.work_out(remembered.cache_of(cached) if cached else None)
    named = {id_: similar.named(record) for id_, record in register.records.items()}
    return {id_: ([other.id for other in others], reasons) for id_, (others, reasons) in named.items()}


@pytest.fixture
def invented(tmp_path: Path) -> Path:
    generate(tmp_path / "project", DECISIONS)
    return tmp_path / "project"


def test_the_same_is_found_after_any_edits(invented: Path) -> None:
    editor, chance = Editor(invented, seed=3), random.Random(3)  # noqa: S311 - edits, no secret
    before = found(read(invented), invented)
    changed = 0
    for _ in range(ROUNDS):
        edits = [editor.edit() for _ in range(chance.choice((1, 1, 2, 5)))]
        register = read(invented)
        after = found(register, invented)
        assert after == found(register, None), edits
        changed += after != before
        before = after
    assert changed > ROUNDS / 3


def test_a_preview_finds_the_same_after_any_edits(invented: Path) -> None:
    editor, recent = Editor(invented, seed=4), remembered.Recent()
    for _ in range(ROUNDS):
        edit, register = editor.edit(), read(invented)
        similar, afresh = Similar(register, recent), Similar(register)
        for record in register.records.values():
            assert similar.to(record) == afresh.to(record), edit
    organisations = invented / "decisions/registers/organisations.yml"
    organisations.write_text(organisations.read_text("utf-8").replace("type: municipality", "type: company"), "utf-8")
    register = read(invented)
    similar, afresh = Similar(register, recent), Similar(register)
    assert all(similar.to(record) == afresh.to(record) for record in register.records.values())


def test_only_what_has_changed_is_read_again(invented: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found(read(invented), invented)
    (file,) = sorted((invented / "decisions").glob("2*/*.yml"))[:1]
    file.write_text(file.read_text("utf-8").replace("title: ", "title: Ny ", 1), "utf-8")
    own, read_again = Traits.read, []

    def noted(self: Traits, record: Record) -> None:
        read_again.append(record.path)
        own(self, record)

    register = read(invented)
    monkeypatch.setattr(Traits, "read", noted)
    found(register, invented)
    assert read_again == [file.relative_to(invented).as_posix()]


def test_a_damaged_memory_is_none(invented: Path) -> None:
    register = read(invented)
    right = found(register, invented)
    (entry,) = (invented / ".cache/similar").iterdir()
    entry.write_bytes(entry.read_bytes()[:-1])
    assert found(register, invented) == right
