"""Each mend bites in the installed theme, and a theme in which it no longer bites is refused."""

from __future__ import annotations

import re
from pathlib import Path

import jinja2
import pytest
from mkdocs.utils import get_theme_dir

from funding.engine.mends import MENDS, Mend, MendError, MendingLoader

TEMPLATES = Path(get_theme_dir("material"))


def load(folder: Path, template: str) -> str:
    return MendingLoader(str(folder)).get_source(jinja2.Environment(autoescape=True), template)[0]


@pytest.mark.parametrize("mend", MENDS, ids=lambda mend: mend.stock[:40])
def test_stock_theme_has_the_fault_and_ours_has_not(mend: Mend) -> None:
    stock = (TEMPLATES / mend.template).read_text("utf-8")
    mended = load(TEMPLATES, mend.template)
    assert stock.count(mend.stock) == 1
    assert mend.stock not in mended
    assert mend.ours in mended


@pytest.mark.parametrize("copies", [0, 2])
def test_changed_theme_is_refused(tmp_path: Path, copies: int) -> None:
    stock = (TEMPLATES / "base.html").read_text("utf-8")
    main = re.search(r"<main .*>", stock)
    assert main
    (tmp_path / "base.html").write_text(stock.replace(main[0], main[0] * copies), "utf-8")
    with pytest.raises(MendError, match="md-main"):
        load(tmp_path, "base.html")


def test_other_templates_are_loaded_as_they_are() -> None:
    assert load(TEMPLATES, "partials/palette.html") == (TEMPLATES / "partials/palette.html").read_text("utf-8")
