"""What is set aside comes back: by number, in rows, and in workers."""

from __future__ import annotations

import gc
import resource
from collections.abc import Iterator
from tempfile import gettempdir

import pytest
from hypothesis import given
from hypothesis import strategies as st

from funding.workers import Strip, spread


@given(st.lists(st.lists(st.binary(max_size=20))))
def test_pieces_come_back_by_their_numbers(groups: list[list[bytes]]) -> None:
    strip = Strip()
    for group in groups:
        strip.add(group)
    pieces = [piece for group in groups for piece in group]
    assert len(strip) == len(pieces)
    assert [strip.piece(number) for number in range(len(strip))] == pieces
    assert strip.lengths() == list(map(len, pieces))
    for start in range(len(pieces) + 1):
        assert strip.pieces(range(start, len(pieces))) == pieces[start:]


def test_workers_read_what_was_set_aside_before_them() -> None:
    strip = Strip([b"one", b"", b"two"])
    assert list(spread(strip.piece, range(3), workers=2)) == [b"one", b"", b"two"]


@pytest.fixture
def full_disk() -> Iterator[None]:
    """Let this process write no more than a few bytes into a file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.usefixtures("full_disk")
def test_disk_that_refuses_is_named() -> None:
    with pytest.raises(OSError, match="File too large") as refused:
        Strip().add([bytes(100_000)])
    assert refused.value.filename == gettempdir()


@pytest.mark.usefixtures("full_disk")
def test_disk_that_refuses_is_named_once(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(OSError, match="File too large"):
        Strip([bytes(100)])
    gc.collect()
    assert capfd.readouterr().err == ""
