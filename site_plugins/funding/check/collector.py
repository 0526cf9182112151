"""The garbage collector rests while thousands of files are read.

What a check makes has no circles, so nothing is left for the collector; but it would walk over every decision that was
read so far again and again, which takes a sixth of the time at two thousand files and more at ten thousand.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused(*, aging: bool = True) -> Iterator[None]:
    """Switch the collector off, and on again where it was on.

    With ``aging`` all that is there then counts as old: as something new it would be walked over at once.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if aging:
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def collector_dismissed() -> None:
    """Let the collector look at nothing that is there now, because nearly all of it is kept to the end.

    At the end of a command Python would walk over every decision once more, which takes a tenth of a check or build
    that found all in its cache. In a live preview it would do so again and again.
    """
    gc.freeze()
