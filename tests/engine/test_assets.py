"""Our styles and scripts change their address with their contents."""

from __future__ import annotations

from pathlib import Path

import pytest

from funding.engine.assets import MARK, read_assets
from funding.engine.press import ASSETS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in {"b.css": "b", "a.css": "a", "x.js": "x", "deep/y.js": "y", ".hidden.css": "h"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, "utf-8")
    return tmp_path


def test_files_at_the_top_belong_to_every_page(folder: Path) -> None:
    assets = read_assets(folder)
    assert assets.of_every_page(".css") == (f"{assets.folder}/a.css", f"{assets.folder}/b.css")
    assert assets.of_every_page(".js") == (f"{assets.folder}/x.js",)
    assert assets.contents[assets.url("deep/y.js")] == b"y"
    assert len(assets.contents) == 4


def test_address_changes_with_any_content_or_name(folder: Path) -> None:
    before = read_assets(folder).folder
    (folder / "a.css").write_text("aa", "utf-8")
    changed = read_assets(folder).folder
    (folder / "a.css").write_text("a", "utf-8")
    same = read_assets(folder).folder
    (folder / "deep/y.js").rename(folder / "deep/z.js")
    assert before == same
    assert len({before, changed, read_assets(folder).folder}) == 3


def test_scripts_are_published_without_their_comments(folder: Path) -> None:
    script = """/** What it is for.
 *
 * And how. */
import { b } from "./b.js"; // stays
  // goes
const a = /** @type {string} */ (b);
/** One. */
/* Two */ f(a);
  /** @type {number} */
  const text = "/* no comment */";
"""
    published = """import { b } from "./b.js"; // stays
const a = /** @type {string} */ (b);
/* Two */ f(a);
const text = "/* no comment */";
"""
    over_lines = "f(`a\n  b`);\n\n  g();\n"
    for written, read in ((script, published), (over_lines, over_lines)):
        (folder / "x.js").write_text(written, "utf-8")
        assets = read_assets(folder)
        assert assets.contents[assets.url("x.js")].decode() == read


def test_styles_are_published_without_their_comments(folder: Path) -> None:
    style = """/* What it is for.
 * And how. */
a {
  color: red; /* stays */
  /* goes */
  content: "/* no comment */";
}

@media print {
  b {
    top: 0;
  }
}
"""
    published = """a {
color: red; /* stays */
content: "/* no comment */";
}
@media print {
b {
top: 0;
}
}
"""
    over_lines = 'a {\n  content: "b \\\n  c";\n}\n'
    for written, read in ((style, published), (over_lines, over_lines)):
        (folder / "a.css").write_text(written, "utf-8")
        assets = read_assets(folder)
        assert assets.contents[assets.url("a.css")].decode() == read


def test_a_script_needs_what_it_imports_and_what_that_imports_but_not_what_it_may_import_later(folder: Path) -> None:
    scripts = {
        "x.js": """/** @typedef {import("./deep/typed.js").T} T */
import { y } from "./deep/y.js";
import {
  one,
  other,
} from "./z.js";
const later = () => import("./deep/later.js");
""",
        "deep/y.js": 'import "../z.js";\nimport { x } from "../x.js";\n',
        "z.js": 'export const text = "./deep/typed.js";\n',
        "deep/later.js": "",
        "deep/typed.js": "",
    }
    for name, script in scripts.items():
        (folder / name).write_text(script, "utf-8")
    assets = read_assets(folder)
    assert assets.needs("x.js") == (assets.url("deep/y.js"), assets.url("z.js"))
    (folder / "z.js").write_text('import "./gone.js";', "utf-8")
    with pytest.raises(KeyError):
        read_assets(folder).needs("x.js")


def test_missing_file_is_no_address(folder: Path) -> None:
    with pytest.raises(KeyError):
        read_assets(folder).url("c.css")


def test_package_has_a_mark() -> None:
    assert read_assets(ASSETS).url(MARK).endswith(".svg")
