"""Whatever is saved, moved or removed is seen, also while a preview starts and in folders that come and go."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from funding.engine.watching import Watcher, look

PATIENCE = 30.0
"""Seconds until a watcher that tells nothing counts as blind."""


def restored(file: Path) -> None:
    """Save other words of the same length, and give the file the time that it had."""
    before = file.stat()
    file.write_text(file.read_text("utf-8").upper(), "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def moved_over(file: Path) -> None:
    other = file.with_name("other")
    other.write_text("others", "utf-8")
    other.replace(file)


def folder_in_place(file: Path) -> None:
    file.unlink()
    file.mkdir()


EDITS: dict[str, Callable[[Path], object]] = {
    "saved": lambda file: file.write_text("longer than before", "utf-8"),
    "same length and time": restored,
    "removed": lambda file: file.unlink(),
    "renamed": lambda file: file.rename(file.with_name("b.yml")),
    "replaced": moved_over,
    "added": lambda file: file.with_name("b.yml").write_text("b", "utf-8"),
    "closed": lambda file: file.chmod(0),
    "became a folder": folder_in_place,
    "folder added": lambda file: (file.parent / "new").mkdir(),
    "folder moved away": lambda file: file.parent.rename(file.parent.with_name("away")),
    "all moved away": lambda file: file.parent.parent.rename(file.parent.parent.with_name("away")),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "decisions"
    (folder / "2024").mkdir(parents=True)
    (folder / "2024/a.yml").write_text("words", "utf-8")
    (folder / "nowhere").symlink_to("nothing")
    return folder


@pytest.mark.parametrize("edit", EDITS.values(), ids=list(EDITS))
def test_edit_is_seen(folder: Path, edit: Callable[[Path], object]) -> None:
    before = look(str(folder))
    assert look(str(folder)) == before
    edit(folder / "2024/a.yml")
    assert look(str(folder)) != before


def test_file_by_itself_is_seen_to_come_and_go(tmp_path: Path) -> None:
    file = tmp_path / "synonyms.yml"
    missing = look(str(file))
    file.write_text("- [a, b]", "utf-8")
    there = look(str(file))
    assert there != missing
    file.unlink()
    assert look(str(file)) == missing


class Told(FileSystemEventHandler):
    """Waits until it is told something, as the development server does."""

    def __init__(self) -> None:
        self._told = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Be told."""
        assert not event.is_directory, "the development server would not listen"
        self._told.set()

    def is_told(self) -> bool:
        """Tell whether it was told something, once."""
        told = self._told.wait(PATIENCE)
        self._told.clear()
        return told


def test_what_is_saved_before_anybody_listens_is_told(folder: Path) -> None:
    watcher, told = Watcher(), Told()
    watcher.begin([folder])
    (folder / "2024/b.yml").write_text("b", "utf-8")
    watcher.schedule(told, str(folder), recursive=True)
    watcher.start()
    try:
        assert told.is_told()
        (folder / "2024/b.yml").unlink()
        assert told.is_told()
    finally:
        watcher.stop()
        watcher.join()


def test_folder_may_be_made_after_it_is_watched(tmp_path: Path) -> None:
    watcher, told = Watcher(), Told()
    watcher.schedule(told, str(tmp_path / "decisions"), recursive=True)
    watcher.start()
    try:
        (tmp_path / "decisions").mkdir()
        assert told.is_told()
    finally:
        watcher.stop()
        watcher.join()
