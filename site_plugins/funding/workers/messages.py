"""What a worker sends to its parent: the outcome of a batch, or that it leaves."""

from __future__ import annotations

import os
import pickle
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from struct import Struct
from typing import Any, Final

_HEAD: Final = Struct("=IQ?")
"""What stands before a result: the number of its batch, its length, and whether it is an exception."""

_FAREWELL: Final = 2**32 - 1
"""Stands in place of the number of a batch."""


class FailedWorkError(RuntimeError):
    """A worker raised what cannot be sent from one process to another; the message is what it said."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a batch: its result, or the exception that was raised instead.

    ``batch`` is its number, ``None`` where the worker has done nothing and leaves of its own will.
    """

    batch: int | None
    value: Any = None
    failed: bool = False


def send_outcome(pipe: int, batch: int, work: Callable[[], Any]) -> None:
    """Do the work of a batch and send what came of it."""
    try:
        content, failed = pickle.dumps(work(), pickle.HIGHEST_PROTOCOL), False
    except BaseException as error:  # noqa: BLE001 - it is raised again where somebody waits for it
        error.add_note("".join(traceback.format_exception(error)))
        content, failed = _sendable(error), True
    _write(pipe, _HEAD.pack(batch, len(content), failed))
    _write(pipe, content)


def send_farewell(pipe: int) -> None:
    """Say that no more will come, and that nothing is wrong."""
    _write(pipe, _HEAD.pack(_FAREWELL, 0, False))  # noqa: FBT003 - the fields of a head


def receive(pipe: int) -> Outcome | None:
    """Wait for what a worker sends next; ``None`` where it has ended without a word."""
    head = _read(pipe, _HEAD.size)
    if len(head) < _HEAD.size:
        return None
    batch, length, failed = _HEAD.unpack(head)
    if batch == _FAREWELL:
        return Outcome(None)
    content = _read(pipe, length)
    if len(content) < length:
        return None
    return Outcome(batch, pickle.loads(content), failed)  # noqa: S301 - our own worker wrote it


def _sendable(error: BaseException) -> bytes:
    """Pickle an exception, or where it does not survive that, one that says the same."""
    try:
        content = pickle.dumps(error)
        pickle.loads(content)  # noqa: S301 - made on the line above
    except Exception:  # noqa: BLE001 - whatever an exception's own class does here
        return pickle.dumps(FailedWorkError("".join(traceback.format_exception(error))))
    return content


def _write(pipe: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(pipe, left) :]


def _read(pipe: int, length: int) -> bytearray:
    """Read so many bytes, or fewer where the other end was closed."""
    content = bytearray(length)
    view = memoryview(content)
    got = 0
    while got < length:
        count = os.readv(pipe, [view[got:]])
        if not count:
            view.release()
            del content[got:]
            return content
        got += count
    return content
