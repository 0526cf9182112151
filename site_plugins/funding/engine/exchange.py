"""Two folders change places at once, where the system can: Linux's ``renameat2`` with ``RENAME_EXCHANGE``."""

from __future__ import annotations

import ctypes
import errno
import os
from pathlib import Path

_HERE = -100
_EXCHANGE = 2
_CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM})
"""A system without the call, a file system without the exchange, a container that forbids it."""


def exchange(first: Path, second: Path) -> bool:
    """Let two paths of one file system change places in one step, so that no moment is without either.

    Returns whether it was done; ``False`` means that this system or file system cannot, and nothing has changed.

    Raises:
        OSError: if the disk refuses.
    """
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    if renameat2(_HERE, os.fsencode(first), _HERE, os.fsencode(second), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT:
        return False
    raise OSError(code, os.strerror(code), str(second))
