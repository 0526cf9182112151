"""What a reader takes home from the list of all decisions, read back and held against the register."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page

from funding.register import Record
from funding.register.sums import counts, whole
from tests.browser.conftest import SETTLED, Serve, opening
from tests.browser.windows import Windows
from tests.pages.made import make_site
from tests.site.built import BuiltSite
from tests.site.projects import ROOT
from tests.site.sites import DAY, Sites

DECISIONS = ROOT / "tests/browser/search/decisions"
SELECTIONS = {
    "": f"beslut-{DAY}",
    "?status=granted&sort=amount": f"beslut-beviljad-{DAY}",
    "?sort=title&status=-granted": f"beslut-{DAY}",
    "?amount=100000-2000000": f"beslut-100000-2000000-{DAY}",
}
FORMATS = {"xlsx": ".xlsx", "csv-excel": "-excel.csv", "csv": ".csv", "json": ".json"}
KEYS_OF = {
    "Id": "id",
    "Titel": "title",
    "Beslutsdatum": "decided",
    "Belopp": "amount",
    "Belopp som räknas i summor, kr": "counted",
}


@dataclass(frozen=True)
class Offered:
    """The list with a selection: what it says of it, and the files by their format."""

    page: Page
    count: int
    sum: int
    shown: list[str]

    def take(self, form: str) -> tuple[str, bytes]:
        """Press a button; give the file's name and its bytes."""
        with self.page.expect_download() as waiting:
            self.page.click(f'button[data-format="{form}"]')
        return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


@pytest.fixture(scope="module", params=SELECTIONS)
def query(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def offered(windows: Windows, serve: Serve, sites: Sites, query: str) -> Iterator[Offered]:
    site: BuiltSite = sites["searched"]
    with opening(windows, serve) as opener:
        opened = opener(site, f"beslut/{query}")
        page = opened.page
        page.set_default_timeout(15_000)
        page.wait_for_selector(SETTLED)
        page.wait_for_selector("#ladda-ner:not([hidden])")
        told = page.locator(".explorer")
        yield Offered(
            page,
            int(told.get_attribute("data-result-count") or -1),
            int(told.get_attribute("data-result-sum") or -1),
            page.locator("[data-list] [data-id]").evaluate_all("rows => rows.map((row) => row.dataset.id)"),
        )
        assert opened.witness.complaints == []


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    return dict(make_site(ROOT, decisions=DECISIONS, day=date.fromisoformat(DAY)).register.records)


def read(form: str, content: bytes) -> list[dict[str, Any]]:
    """Read a file's rows by the keys of the table, with another's program."""
    if form == "json":
        rows: list[dict[str, Any]] = json.loads(content)["decisions"]
        return rows
    if form == "csv":
        return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))
    found: list[list[Any]]
    if form == "csv-excel":
        text = content.decode("utf-8-sig")
        found = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    else:
        sheet = load_workbook(io.BytesIO(content)).worksheets[0]
        found = [[cell.value for cell in row] for row in sheet.iter_rows()]
    keys = [KEYS_OF.get(str(heading), str(heading)) for heading in found[0]]
    return [dict(zip(keys, row, strict=True)) for row in found[1:]]


def in_file(form: str, value: str | int | None) -> Any:
    """Give what a reader of a form of file is to find for a value."""
    if form in {"csv", "csv-excel"}:
        return "" if value is None else str(value)
    if form == "xlsx" and isinstance(value, str) and len(value) == len("2024-01-31") and value[4] == value[7] == "-":
        return datetime.fromisoformat(value)
    return value


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_holds_what_is_shown(offered: Offered, records: dict[str, Record], query: str, form: str) -> None:
    name, content = offered.take(form)
    assert name == SELECTIONS[query] + FORMATS[form]
    rows = read(form, content)
    assert len(rows) == offered.count > 0
    assert [row["id"] for row in rows][: len(offered.shown)] == offered.shown
    assert sum(int(row["counted"] or 0) for row in rows) == offered.sum
    for row in rows:
        record = records[row["id"]]
        amount = whole(record)
        counted = amount is not None and counts(record) and record.current.money.currency == "SEK"
        meant = {
            "title": record.current.title,
            "decided": record.decided.iso if record.decided else None,
            "amount": amount.value if amount else None,
            "counted": amount.value if amount and counted else None,
        }
        assert {key: row[key] for key in meant} == {key: in_file(form, value) for key, value in meant.items()}


def test_the_workbook_says_what_the_selection_is(offered: Offered) -> None:
    _, content = offered.take("xlsx")
    book = load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Beslut", "Om urvalet"]
    said = {row[0]: row[1] for row in book.worksheets[1].values}
    assert said["Antal rader"] == offered.count
    assert next(value for name, value in said.items() if str(name).startswith("Beviljat, ")) == offered.sum
    assert said["Uppgifterna gäller"] == datetime.fromisoformat(DAY)
    assert str(said["Urvalet på webbplatsen"]).startswith(offered.page.url.partition("?")[0])
    assert str(said["Licens"]).startswith("CC0 1.0")


def test_json_says_what_the_selection_is(offered: Offered) -> None:
    about = json.loads(offered.take("json")[1])
    assert (about["count"], about["sum"], about["as_of"]) == (offered.count, offered.sum, DAY)
    assert about["licence"]["name"] == "CC0 1.0"


def test_the_page_says_when_the_file_is_there(offered: Offered) -> None:
    name, _ = offered.take("csv")
    status = offered.page.locator("#ladda-ner [role=status]")
    assert status.inner_text() == f"Klart. Filen heter {name}."
    assert offered.page.locator("#ladda-ner progress").is_hidden()
