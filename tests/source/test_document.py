"""What a file is known by."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

import pytest

from tests.source.reading import read


@pytest.mark.parametrize("content", [b"a: b\n", b"a: b\r\n", b"\xef\xbb\xbfa: b\n", b"\xff", b""])
def test_digest_is_that_of_the_bytes(content: bytes, tmp_path: Path) -> None:
    assert read(tmp_path, content).digest == blake2b(content, digest_size=16).hexdigest()
