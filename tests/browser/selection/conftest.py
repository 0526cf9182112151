"""What a selection is taken home as, run in the browser and read back by others' programs."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.browser.conftest import Serve, opening
from tests.browser.windows import Windows
from tests.site.sites import Sites

WRITERS = ("downloads/csv", "downloads/json", "downloads/xlsx", "downloads/zip", "explorer/pictures")
LOAD = """async ([folder, names]) => {
    const modules = await Promise.all(names.map((name) => import(`${folder}${name}.js`)));
    globalThis.writers = Object.assign({}, ...modules);
    writers.slices = async function* (rows, size) {
        for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
    };
    writers.whole = async (pieces) => {
        const all = [];
        for await (const piece of pieces) all.push(piece);
        return new Blob(all);
    };
    writers.based = async (blob) => {
        const bytes = new Uint8Array(await blob.arrayBuffer());
        return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    };
}"""

Written = Callable[..., bytes]


@pytest.fixture(scope="module")
def written(windows: Windows, serve: Serve, sites: Sites) -> Iterator[Written]:
    """Give a function that runs JavaScript which makes a Blob with ``writers`` in a page, and gives its bytes."""
    site = sites["searched"]
    folder = next(site.folder.glob("assets/funding.*/search")).relative_to(site.folder).as_posix()
    with opening(windows, serve) as opener:
        opened = opener(site, "om/")
        opened.page.evaluate(LOAD, [f"{opened.origin}{folder}/", WRITERS])

        def run(script: str, given: Any = None) -> bytes:
            result = opened.page.evaluate(f"async (given) => writers.based(await ({script})(given))", given)
            return base64.b64decode(result)

        yield run
        assert opened.witness.complaints == []
