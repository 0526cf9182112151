"""A file is replaced whole or not at all: an interruption, a change by somebody else and a link leave what there is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from funding.source.document import digest_of
from funding.writing.disk import MeanwhileError, read_bytes, replace_file

OLD, NEW = b"title: Gammal\n", b"title: Ny\n"
PLACE = "decisions/2024/x.yml"

_WRITE_FOR_EVER = """
import sys
from pathlib import Path
from funding.source.document import digest_of
from funding.writing.disk import replace_file
root, texts = Path(sys.argv[1]), [b"title: A\\n" + b"# a\\n" * 20000, b"title: B\\n" + b"# b\\n" * 20000]
replace_file(root, "decisions/2024/x.yml", texts[0], digest_of(b"title: Gammal\\n"))
print("ready", flush=True)
for turn in range(10**9):
    replace_file(root, "decisions/2024/x.yml", texts[(turn + 1) % 2], digest_of(texts[turn % 2]))
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / PLACE
    path.parent.mkdir(parents=True)
    path.write_bytes(OLD)
    return path


def test_file_is_replaced_and_keeps_its_mode(file: Path, tmp_path: Path) -> None:
    file.chmod(0o640)
    replace_file(tmp_path, PLACE, NEW, digest_of(OLD))
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (NEW, 0o640)
    assert list(file.parent.iterdir()) == [file]
    assert list((tmp_path / ".cache").iterdir()) == []


def test_change_of_somebody_else_stays(file: Path, tmp_path: Path) -> None:
    file.write_bytes(b"title: Annan\n")
    with pytest.raises(MeanwhileError):
        replace_file(tmp_path, PLACE, NEW, digest_of(OLD))
    assert file.read_bytes() == b"title: Annan\n"
    assert list((tmp_path / ".cache").iterdir() if (tmp_path / ".cache").exists() else []) == []


def test_link_is_never_followed(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "annan.yml"
    file.rename(target)
    file.symlink_to(target)
    with pytest.raises(MeanwhileError):
        replace_file(tmp_path, PLACE, NEW, digest_of(OLD))
    with pytest.raises(MeanwhileError):
        read_bytes(tmp_path, PLACE)
    assert file.is_symlink()
    assert target.read_bytes() == OLD


def test_file_that_is_gone_stays_gone(file: Path, tmp_path: Path) -> None:
    file.unlink()
    with pytest.raises(MeanwhileError):
        replace_file(tmp_path, PLACE, NEW, digest_of(OLD))
    assert not file.exists()


def test_kill_in_the_midst_of_writing_leaves_a_whole_file(file: Path, tmp_path: Path) -> None:
    for turn in range(8):
        file.write_bytes(OLD)
        with subprocess.Popen([sys.executable, "-c", _WRITE_FOR_EVER, tmp_path], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"ready\n"
            time.sleep(0.005 * turn)
            os.kill(writer.pid, signal.SIGKILL)
        content = file.read_bytes()
        assert content in {b"title: A\n" + b"# a\n" * 20000, b"title: B\n" + b"# b\n" * 20000}
        assert list(file.parent.iterdir()) == [file]
