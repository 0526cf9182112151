"""Bytes that are set aside on disk, so that no process holds all of them, and no worker makes them its own."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable
from itertools import pairwise
from tempfile import TemporaryFile, gettempdir
from weakref import finalize


class Strip:
    """Pieces of bytes one after the other, numbered from 0, in a file without a name that is gone with the strip.

    A worker reads what was set aside before it was forked. The file lies where the system wants such files.
    """

    def __init__(self, pieces: Iterable[bytes] = ()) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 - open as long as the strip is used
        finalize(self, self._file.raw.close)  # closing the file itself would write again what the disk has refused
        self._bounds = array("Q", [0])
        self.add(pieces)

    def __len__(self) -> int:
        return len(self._bounds) - 1

    def add(self, pieces: Iterable[bytes]) -> None:
        """Set some pieces aside, after all before them.

        Raises:
            OSError: if the disk refuses; it names the folder.
        """
        end = self._bounds[-1]
        try:
            for piece in pieces:
                self._file.write(piece)
                end += len(piece)
                self._bounds.append(end)
            self._file.flush()
        except OSError as error:
            error.filename = gettempdir()
            raise

    def piece(self, number: int) -> bytes:
        """Give one piece."""
        start, end = self._bounds[number : number + 2]
        return os.pread(self._file.fileno(), end - start, start)

    def pieces(self, numbers: range) -> list[bytes]:
        """Give some pieces that stand one after the other."""
        bounds = self._bounds[numbers.start : numbers.stop + 1]
        content = os.pread(self._file.fileno(), bounds[-1] - bounds[0], bounds[0])
        return [content[start - bounds[0] : end - bounds[0]] for start, end in pairwise(bounds)]

    def lengths(self) -> list[int]:
        """Give how many bytes each piece is."""
        return [end - start for start, end in pairwise(self._bounds)]
