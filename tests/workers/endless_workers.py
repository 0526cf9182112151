"""A program whose two workers never come to an end; says who they are once both are at work."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from funding.workers import spread


class Endless(Sequence[int]):
    """So many batches that none is the last."""

    def __getitem__(self, index: object) -> int:  # type: ignore[override]  # no slices
        return 0

    def __len__(self) -> int:
        return 2**31


def pids() -> Iterator[int]:
    yield from spread(lambda _: os.getpid(), Endless(), 2)


seen: set[int] = set()
for pid in pids():
    if pid not in seen and len(seen) < 2:
        seen.add(pid)
        if len(seen) == 2:
            print(*seen, flush=True)  # noqa: T201 - what the test reads
