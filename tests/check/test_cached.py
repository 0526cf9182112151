"""A check with a cache says the same as one without, whatever was edited and whatever became of the cache."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from funding.cache import Cache, packed
from funding.check import check, pictures
from funding.check.picture import Picture, pictures_made
from funding.check.pictures import CACHED_MODULES, Shard, dealt
from funding.labels import Words
from funding.options import Options
from funding.project import find_project
from funding.register import Register
from funding.reporters import REPORTERS
from funding.source import Document, SourceFile
from tests.rules.cases import PROJECT, TODAY, case_files
from tests.site.projects import ROOT

EDITS = 200
DECISIONS = sorted((ROOT / "decisions").glob("2*/*.yml"))
FAULTY = [case for case in case_files("bad") if case.is_file()]
REGISTERS = sorted((ROOT / "decisions/registers").glob("*.yml"))
NEW = "decisions/2024/nytt.yml"


@dataclass(frozen=True)
class Said:
    """Everything that a check says."""

    report: str
    shown: str
    paths: tuple[str, ...]
    register: Register


def said(root: Path, *, cached: bool, options: Options | None = None, lang: str = "sv", today: date = TODAY) -> Said:
    words = Words(lang)
    checked = check(root, options or find_project(root).options, words, today, cached=cached)
    report, shown = (REPORTERS[form](checked, words) for form in ("json", "text"))
    return Said(report, shown, checked.paths, checked.register)


def assert_same(root: Path, **how: Any) -> Said:
    with_cache = said(root, cached=True, **how)
    assert with_cache == said(root, cached=False, **how)
    return with_cache


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give this project's decisions, checked once."""
    shutil.copytree(ROOT / "decisions", tmp_path / "decisions")
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    assert_same(tmp_path)
    return tmp_path


@pytest.fixture
def many_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a shard hold three files at most, so that a small project has many."""
    monkeypatch.setattr(pictures, "_MOST_IN_SHARD", 3)


@pytest.fixture
def read_again(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the files that are parsed and judged, in a process of one worker."""
    found: list[str] = []

    def noted(documents: list[Document]) -> list[Picture]:
        found.extend(document.path for document in documents)
        return pictures_made(documents)

    monkeypatch.setattr("funding.workers.usable_workers", lambda _: 1)
    monkeypatch.setattr(pictures, "pictures_made", noted)
    return found


def entries(root: Path) -> list[Path]:
    return sorted((root / ".cache/check").iterdir())


def test_nothing_is_read_again_where_nothing_changed(root: Path, read_again: list[str]) -> None:
    first = said(root, cached=True)
    assert read_again == []
    assert said(root, cached=False) == first
    assert len(read_again) == len(first.paths)


@pytest.mark.usefixtures("many_shards")
def test_only_what_changed_is_read_again(root: Path, read_again: list[str]) -> None:
    said(root, cached=True)
    read_again.clear()
    changed = root / "decisions" / DECISIONS[0].relative_to(ROOT / "decisions")
    changed.write_text(changed.read_text("utf-8") + "\n# en rad till\n", "utf-8")
    said(root, cached=True)
    assert read_again == [changed.relative_to(root).as_posix()]


def test_change_of_the_same_size_and_time_is_seen(root: Path) -> None:
    file = root / NEW
    text = DECISIONS[0].read_text("utf-8")
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
    before = assert_same(root)
    times = file.stat()
    file.write_text(text.replace("title: ", "titel: "), "utf-8")

    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (times.st_size, times.st_mtime_ns)
    changed = assert_same(root)
    assert '"unknown-key"' in changed.report
    file.write_text(text, "utf-8")
    assert assert_same(root) == before


def test_two_files_changing_places_are_seen(root: Path) -> None:
    one, two = (root / "decisions" / path.relative_to(ROOT / "decisions") for path in DECISIONS[:2])
    one.rename(root / "aside")
    two.rename(one)
    (root / "aside").rename(two)
    assert_same(root)


def test_file_that_becomes_unreadable_is_told(root: Path) -> None:
    file = root / NEW
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"")
    assert '"empty-file"' in assert_same(root).report
    file.write_bytes(b"#" * 1_000_002)
    assert '"file-too-large"' in assert_same(root).report
    file.write_bytes(b"#" * 300_000)
    assert '"file-too-large"' in assert_same(root).report
    file.write_bytes(b"")
    assert '"empty-file"' in assert_same(root).report
    file.unlink()
    file.mkdir()
    assert_same(root)


def test_day_language_and_options_are_never_cached(root: Path) -> None:
    options = find_project(root).options
    others = options.model_copy(update={"organisation": "ingen", "delegation_limits": {}})
    found = [
        assert_same(root, lang=lang, today=day, options=choice).report
        for lang in ("sv", "en")
        for day in (date(2019, 1, 1), date(2030, 1, 1))
        for choice in (options, others)
    ]
    assert len(set(found)) == len(found)


def test_folder_of_decisions_may_be_another(root: Path) -> None:
    shutil.copytree(root / "decisions", root / "beslut")
    options = find_project(root).options
    assert_same(root, options=options.model_copy(update={"decisions": "beslut"}))
    assert_same(root, options=options.model_copy(update={"decisions": "beslut/registers"}))
    assert_same(root)


@pytest.mark.usefixtures("many_shards")
def test_entries_of_files_that_are_gone_vanish(root: Path) -> None:
    assert_same(root)
    assert len(entries(root)) > 1
    shutil.rmtree(root / "decisions")
    assert_same(root)
    assert entries(root) == []


def truncated(entry: Path) -> None:
    entry.write_bytes(entry.read_bytes()[:-5])


def flipped(entry: Path) -> None:
    content = bytearray(entry.read_bytes())
    if content:
        content[len(content) // 2] ^= 4
    entry.write_bytes(content)


def emptied(entry: Path) -> None:
    entry.write_bytes(b"")


def a_folder(entry: Path) -> None:
    entry.unlink()
    entry.mkdir()


def of_other_sources(entry: Path) -> None:
    content = entry.read_bytes()
    entry.write_bytes(content[:20] + bytes(32) + content[52:])


def forged(value: Callable[[Shard], Any]) -> Callable[[Path], None]:
    """Seal something else, as only a program with our own sources can."""

    def forge(entry: Path) -> None:
        cache = Cache(entry.parents[2], "check", CACHED_MODULES)
        shard = cache.load(entry.name)
        assert isinstance(shard, Shard)
        cache.save(entry.name, value(shard))

    return forge


HARMS = [
    truncated,
    flipped,
    emptied,
    a_folder,
    of_other_sources,
    forged(lambda _: None),
    forged(lambda _: ["no shard"]),
    forged(lambda shard: Shard(shard.digests, b"no pickle")),
    forged(lambda shard: Shard(shard.digests, packed([]))),
    forged(lambda shard: Shard(shard.digests, packed(7))),
    forged(lambda shard: Shard(shard.digests, packed(list(shard.digests)))),
    forged(lambda shard: Shard(shard.digests, b"cos\nsystem\n(S'touch witness'\ntR.")),
    forged(lambda shard: Shard({SourceFile("decisions/2024/nytt.yml"): "0" * 32}, shard.pictures)),
]


@pytest.mark.parametrize("harm", HARMS)
def test_harmed_entry_is_not_believed(harm: Callable[[Path], None], root: Path) -> None:
    before = said(root, cached=False)
    for entry in entries(root):
        harm(entry)
    assert said(root, cached=True) == before
    assert said(root, cached=True) == before
    assert not (root / "witness").exists()


@pytest.mark.usefixtures("many_shards")
def test_entries_that_changed_places_are_not_believed(root: Path) -> None:
    before = assert_same(root)
    found = entries(root)
    contents = [entry.read_bytes() for entry in found]
    for entry, content in zip(found, contents[1:] + contents[:1], strict=True):
        entry.write_bytes(content)
    assert said(root, cached=True) == before


def test_another_projects_cache_is_of_no_use(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    shutil.copytree(PROJECT, other, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".cache"))
    shutil.copytree(root / ".cache", other / ".cache")
    assert_same(other)


def test_lost_cache_is_made_again(root: Path) -> None:
    shutil.rmtree(root / ".cache")
    assert_same(root)
    assert entries(root)


Edit = Callable[[random.Random, Path], None]


def write_sound(chance: random.Random, root: Path) -> None:
    place = chance.choice(decision_files(root)) if chance.random() < 0.7 else root / NEW
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(chance.choice(DECISIONS).read_bytes())


def write_faulty(chance: random.Random, root: Path) -> None:
    name = chance.choice(["nytt", "annat", "ytterligare-ett"])
    (root / "decisions/2024").mkdir(exist_ok=True)
    (root / f"decisions/2024/{name}.yml").write_bytes(chance.choice(FAULTY).read_bytes())


def change_a_byte(chance: random.Random, root: Path) -> None:
    place = chance.choice([*decision_files(root), *register_files(root)])
    content = bytearray(place.read_bytes() or b"x")
    content[chance.randrange(len(content))] = chance.choice(b"aZ09: \n#-\xff")
    place.write_bytes(content)


def take_away(chance: random.Random, root: Path) -> None:
    chance.choice(decision_files(root)).unlink()


def rename(chance: random.Random, root: Path) -> None:
    place = chance.choice(decision_files(root))
    place.rename(place.with_name(f"annat-namn-{chance.randrange(3)}.yml"))


def change_places(chance: random.Random, root: Path) -> None:
    one, two = chance.choices(decision_files(root), k=2)
    first, second = one.read_bytes(), two.read_bytes()
    one.write_bytes(second)
    two.write_bytes(first)


def restore_register(chance: random.Random, root: Path) -> None:
    register = chance.choice(REGISTERS)
    (root / "decisions/registers" / register.name).write_bytes(register.read_bytes())


def shorten_register(chance: random.Random, root: Path) -> None:
    place = chance.choice(register_files(root))
    lines = place.read_bytes().split(b"\n")
    place.write_bytes(b"\n".join(lines[: chance.randrange(len(lines)) + 1]))


def harm_cache(chance: random.Random, root: Path) -> None:
    found = entries(root)
    if found:
        kinds: list[Callable[[Path], None]] = [truncated, flipped, emptied, Path.unlink]
        chance.choice(kinds)(chance.choice(found))


def decision_files(root: Path) -> list[Path]:
    return sorted((root / "decisions").glob("2*/*.yml")) or [root / NEW]


def register_files(root: Path) -> list[Path]:
    return sorted((root / "decisions/registers").glob("*.yml"))


EDIT_KINDS: list[Edit] = [
    write_sound, write_faulty, change_a_byte, take_away, rename, change_places, restore_register, shorten_register,
    harm_cache,
]  # fmt: skip


def edits(seed: int) -> Iterator[tuple[Edit, random.Random]]:
    chance = random.Random(seed)  # noqa: S311 - the same edits each time
    for _ in range(EDITS):
        yield chance.choice(EDIT_KINDS), chance


@pytest.mark.usefixtures("many_shards")
def test_cached_equals_clean_after_every_edit(root: Path) -> None:
    reports: set[str] = set()
    for edit, chance in edits(2026):
        edit(chance, root)
        reports.add(assert_same(root).report)
    assert len(reports) > EDITS // 3


def test_a_file_that_comes_or_goes_changes_its_own_shard_and_few_beside() -> None:
    files = [SourceFile(f"decisions/{2010 + number // 500}/beslut-{number % 500:03}.yml") for number in range(5_000)]
    before = dealt(files)
    assert [file for shard in before.values() for file in shard] == files
    assert 40 < len(before) < 160
    ends = [files.index(shard[-1]) for shard in before.values()][:20]
    for place in (*range(0, len(files), 250), *ends):
        new = SourceFile(files[place].path.replace(".yml", "-nytt.yml"))
        without = [*files[:place], *files[place + 1 :]]
        for after in (dealt([*files[:place], new, *files[place:]]), dealt(without)):
            assert 0 < sum(after.get(name) != shard for name, shard in before.items()) <= 3, files[place]
