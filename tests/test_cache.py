"""A cache gives what was saved, or nothing, whatever happens to its files and whatever somebody puts there."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from funding import cache as module
from funding.cache import Cache, packed, unpacked
from funding.model.dates import PartialDate
from funding.model.money import Amount
from funding.model.vocabulary import Status
from funding.problem import Finding, Severity, Span

MODULES = ("funding.problem", "funding.model.")
VALUE = {
    "finding": Finding("a-code", Severity.ERROR, "x.yml", ("a", 0), span=Span(1, 2, 3, 4), details={"given": "å"}),
    "values": [Status.GRANTED, date(2024, 2, 29), Decimal("1.50"), (None, True, 7, "text", b"bytes"), frozenset({1})],
}
PACKAGE = Path(module.__file__).parent


@dataclass(frozen=True)
class Attack:
    """Says where it was when it was unpacked."""

    witness: Path

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return os.mkdir, (str(self.witness),)


def made(root: Path, name: str = "things") -> Cache:
    return Cache(root, name, MODULES)


def saved(root: Path) -> Path:
    """Save the value and give its file."""
    made(root).save("one", VALUE)
    assert made(root).load("one") == VALUE
    return root / ".cache/things/one"


def test_what_was_saved_is_given(tmp_path: Path) -> None:
    file = saved(tmp_path)
    made(tmp_path).save("one", [1])
    assert made(tmp_path).load("one") == [1]
    assert [path.name for path in file.parent.iterdir()] == ["one"]
    assert made(tmp_path).load("two") is None


def test_git_leaves_it_alone(tmp_path: Path) -> None:
    saved(tmp_path)
    assert (tmp_path / ".cache/.gitignore").read_text("utf-8") == "*\n"


def test_nothing_is_written_elsewhere(tmp_path: Path) -> None:
    saved(tmp_path)
    made(tmp_path).keep(["one"])
    found = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*"))
    assert found == [".cache", ".cache/.gitignore", ".cache/things", ".cache/things/one"]


@pytest.mark.parametrize("length", [0, 1, 7, 8, 30, 40, 41, 100, -1])
def test_entry_cut_off_is_none(length: int, tmp_path: Path) -> None:
    file = saved(tmp_path)
    file.write_bytes(file.read_bytes()[:length])
    assert made(tmp_path).load("one") is None


def test_entry_with_more_at_its_end_is_none(tmp_path: Path) -> None:
    file = saved(tmp_path)
    file.write_bytes(file.read_bytes() + b"\0")
    assert made(tmp_path).load("one") is None


def test_entry_with_any_other_byte_is_none(tmp_path: Path) -> None:
    file = saved(tmp_path)
    content = file.read_bytes()
    for place in range(len(content)):
        file.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        assert made(tmp_path).load("one") is None, place


def test_entry_of_another_name_is_none(tmp_path: Path) -> None:
    file = saved(tmp_path)
    made(tmp_path).save("two", [2])
    two = file.with_name("two")
    file.rename(file.with_name("three"))
    two.rename(file)
    file.with_name("three").rename(two)
    assert (made(tmp_path).load("one"), made(tmp_path).load("two")) == (None, None)
    other = tmp_path / ".cache/others"
    file.parent.rename(other)
    assert made(tmp_path, "others").load("one") is None


def test_entry_of_other_sources_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(tmp_path)
    monkeypatch.setattr(module, "fingerprint", lambda: b"another version".ljust(32))
    assert made(tmp_path).load("one") is None


def test_program_changed_meanwhile_saves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "sources", lambda: b"edited since it was started".ljust(32))
    made(tmp_path).save("one", VALUE)
    assert not (tmp_path / ".cache").exists()


def test_program_changed_since_it_was_read_takes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(tmp_path)
    assert made(tmp_path).load("one") == VALUE
    monkeypatch.setattr(module, "sources", lambda: b"edited while it was read".ljust(32))
    assert made(tmp_path).load("one") is None


@pytest.mark.parametrize("file", ["rules/title_too_long.py", "locales/sv/values.yml", "model/part.py"])
def test_every_source_counts(file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "funding"
    for path in PACKAGE.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            target = copy / path.relative_to(PACKAGE)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    monkeypatch.setattr(module, "_PACKAGE", copy)
    before = module.sources()
    assert before == module.sources()
    (copy / "__pycache__").mkdir()
    (copy / "__pycache__/x.pyc").write_bytes(b"x")
    assert module.sources() == before
    (copy / file).write_bytes((copy / file).read_bytes() + b"\n")
    changed = module.sources()
    assert changed != before
    (copy / file).rename(copy / f"{file}.other")
    assert module.sources() not in {before, changed}


def test_every_library_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = module.sources()
    (tmp_path / "pydantic-99.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert module.sources() != before


def test_folder_in_the_place_of_an_entry_is_none(tmp_path: Path) -> None:
    file = saved(tmp_path)
    file.unlink()
    file.mkdir()
    cache = made(tmp_path)
    assert cache.load("one") is None
    cache.save("one", VALUE)
    cache.save("two", VALUE)
    cache.keep([])
    assert cache.load("one") is None


def test_pipe_in_the_place_of_an_entry_is_none(tmp_path: Path) -> None:
    file = saved(tmp_path)
    file.unlink()
    os.mkfifo(file)
    assert made(tmp_path).load("one") is None
    made(tmp_path).save("one", VALUE)
    assert made(tmp_path).load("one") == VALUE


def test_link_is_not_followed(tmp_path: Path) -> None:
    file = saved(tmp_path)
    outside = tmp_path / "outside"
    file.rename(outside)
    file.symlink_to(outside)
    assert made(tmp_path).load("one") is None


@pytest.mark.parametrize("linked", [".cache", ".cache/things"])
def test_linked_folder_is_not_written_to(linked: str, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (outside / "things").mkdir(parents=True)
    (outside / "things/precious").touch()
    (tmp_path / linked).parent.mkdir(exist_ok=True)
    (tmp_path / linked).symlink_to(outside if linked == ".cache" else outside / "things")
    made(tmp_path).save("one", VALUE)
    made(tmp_path).keep([])
    assert [path.name for path in (outside / "things").iterdir()] == ["precious"]
    assert not (outside / ".gitignore").exists()


@pytest.mark.parametrize("in_the_way", [".cache", ".cache/things"])
def test_file_in_the_place_of_a_folder_means_no_cache(in_the_way: str, tmp_path: Path) -> None:
    (tmp_path / in_the_way).parent.mkdir(exist_ok=True)
    (tmp_path / in_the_way).write_text("mine", "utf-8")
    made(tmp_path).save("one", VALUE)
    made(tmp_path).keep([])
    assert made(tmp_path).load("one") is None
    assert (tmp_path / in_the_way).read_text("utf-8") == "mine"


def test_project_that_can_hold_no_folder_has_no_cache() -> None:
    made(Path("/proc/nothing")).save("one", VALUE)
    made(Path("/proc/nothing")).keep([])
    assert made(Path("/proc/nothing")).load("one") is None


def test_disk_that_is_full_leaves_no_piece(tmp_path: Path) -> None:
    program = (
        "import resource, signal, sys; from pathlib import Path; from funding.cache import Cache;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); cache = Cache(Path(sys.argv[1]), 'things', ());"
        "cache.save('small', [1]); resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000));"
        "cache.save('large', b'x' * 100000); print(cache.load('small'), cache.load('large'))"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout == "[1] None\n"
    assert [path.name for path in (tmp_path / ".cache/things").iterdir()] == ["small"]


def test_a_row_that_many_hold_alike_is_one_object(tmp_path: Path) -> None:
    for name in ("one", "two"):
        made(tmp_path).save(name, [PartialDate(2024, 2), Amount(500_000, "ca"), Amount(1)])
    one, two = made(tmp_path).load("one"), made(tmp_path).load("two")
    assert one
    assert two
    assert one == two == [PartialDate(2024, 2), Amount(500_000, "ca"), Amount(1)]
    assert [id(row) for row in one] == [id(row) for row in two]


def test_only_what_is_kept_stays(tmp_path: Path) -> None:
    cache = made(tmp_path)
    for name in ("one", "two", "three"):
        cache.save(name, name)
    (tmp_path / ".cache/things/one.77-0.new").touch()
    cache.keep(["two"])
    assert [path.name for path in (tmp_path / ".cache/things").iterdir()] == ["two"]


def test_many_writers_do_no_harm(tmp_path: Path) -> None:
    values = [[number] * 20_000 for number in range(4)]

    def write(value: list[int]) -> None:
        cache = made(tmp_path)
        for _ in range(20):
            cache.save("one", value)

    threads = [threading.Thread(target=write, args=(value,)) for value in values]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        assert made(tmp_path).load("one") in (None, *values)
    for thread in threads:
        thread.join()
    assert made(tmp_path).load("one") in values
    assert [path.name for path in (tmp_path / ".cache/things").iterdir()] == ["one"]


def test_sealed_attack_is_not_run(tmp_path: Path) -> None:
    witness = tmp_path / "witness"
    made(tmp_path).save("one", Attack(witness))
    assert (tmp_path / ".cache/things/one").is_file()
    assert made(tmp_path).load("one") is None
    assert not witness.exists()
    pickle.loads(packed(Attack(witness)))  # noqa: S301 - the attack works where nothing guards against it
    assert witness.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"cos\nsystem\n(S'true'\ntR.",
        b"cbuiltins\neval\n(S'1'\ntR.",
        b"cfunding.problem\nMapping.register\n.",
        b"cfunding.problem\ndataclass\n.",
        b"cfunding.model.parsing\nrefuse\n(S'x'\ntR.",
        b"cfunding.model.texts\nre.compile\n(S'x'\ntR.",
        b"cdatetime\ndatetime\n.",
        b"",
        b"\x80\x7f.",
        b"no pickle",
    ],
)
def test_anything_but_a_class_of_ours_is_refused(content: bytes) -> None:
    assert unpacked(content, MODULES) is None


def test_class_of_another_module_is_refused() -> None:
    assert unpacked(packed(VALUE), MODULES) == VALUE
    assert unpacked(packed(VALUE), ("funding.problem",)) is None
    assert unpacked(packed(VALUE), ()) is None
