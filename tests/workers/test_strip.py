"""What is set aside comes back: by number, in rows, and in workers."""

from __future__ import annotations

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
