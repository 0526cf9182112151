"""Tables of hostile texts, written in the browser and read by the standard library and openpyxl."""

import csv
import io
import json
import re
import zipfile
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook

from tests.browser.selection.conftest import Written

ROWS: list[list[Any]] = json.loads((Path(__file__).parent / "hostile_cells.json").read_text("utf-8"))
HEADINGS = [f"=kolumn {number}" for number in range(len(ROWS[0]))]
TABLE = {"headings": HEADINGS, "rows": ROWS}
CSV = "({headings, rows}) => writers.whole(writers.csv(headings, writers.slices(rows, 3), %s))"
XLSX = """({headings, rows, kinds}) => writers.xlsx([
    {name: "Beslut & <annat>", headings, kinds, slices: writers.slices(rows, 3), yes: "ja", no: "nej"},
    {name: "Om", headings: ["Vad", "Värde"], kinds: ["text", "mixed"], widths: [20, 30],
     slices: writers.slices([["Dag", "2026-11-23"], ["Summa", 12345], ["Text", "=1"]], 9), yes: "ja", no: "nej"},
], {title: "Beslut & <annat>", day: "2026-11-23"})"""
DANGEROUS = tuple("=+-@\t\r\n＝＋－＠")


def text_of(cell: Any) -> str:
    """Give a text as UTF-8 can hold it."""
    return re.sub("[\ud800-\udfff]", "\ufffd", cell)


def in_csv(cell: Any, decimal: str, answers: tuple[str, str]) -> str:
    """Give what a reader of CSV is to find for a cell, with the apostrophe taken away."""
    if isinstance(cell, bool):
        return answers[not cell]
    if isinstance(cell, int | float):
        return str(cell).replace(".", decimal)
    if isinstance(cell, list):
        return "; ".join(text_of(one or "") for one in cell)
    return text_of(cell or "")


def unguarded(found: str, meant: str) -> str:
    return found[1:] if found == f"'{meant}" else found


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one of the two forms of CSV is made, and how it is to be read."""

    script: str
    separator: str
    decimal: str
    answers: tuple[str, str]
    mark: str

    def read(self, content: bytes) -> list[list[str]]:
        """Read a file with the standard library."""
        text = content.decode("utf-8").removeprefix(self.mark)
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=self.separator, strict=True))


DIALECTS = {
    "programs": Dialect(CSV % "writers.FOR_PROGRAMS", ",", ".", ("true", "false"), ""),
    "excel": Dialect(CSV % 'writers.forExcel("ja", "nej")', ";", ",", ("ja", "nej"), "\ufeff"),
}


@pytest.fixture(params=list(DIALECTS.values()), ids=list(DIALECTS))
def dialect(request: pytest.FixtureRequest) -> Dialect:
    """Give each form of CSV in turn."""
    found: Dialect = request.param
    return found


def test_csv_says_what_it_was_given(written: Written, dialect: Dialect) -> None:
    content = written(dialect.script, TABLE)
    assert content.decode("utf-8").startswith(f"{dialect.mark}'=kolumn 0")
    headings, *rows = dialect.read(content)
    assert headings == [f"'{heading}" for heading in HEADINGS]
    for row, meant in zip(rows, ROWS, strict=True):
        expected = [in_csv(cell, dialect.decimal, dialect.answers) for cell in meant]
        assert [unguarded(*pair) for pair in zip(row, expected, strict=True)] == expected


def test_no_text_in_csv_can_be_taken_for_a_formula(written: Written, dialect: Dialect) -> None:
    _, *rows = dialect.read(written(dialect.script, TABLE))
    for row, meant in zip(rows, ROWS, strict=True):
        for found, cell in zip(row, meant, strict=True):
            if isinstance(cell, int | float):
                assert not found.startswith("'")
            else:
                assert not found.lstrip().startswith(DANGEROUS), cell
                assert not found.startswith(DANGEROUS), cell


def test_lines_of_csv_end_as_the_standard_says(written: Written) -> None:
    assert (
        written(CSV % "writers.FOR_PROGRAMS", {"headings": ["a", "b"], "rows": [["1", "å"]]})
        == "a,b\r\n1,å\r\n".encode()
    )


def test_json_has_the_same_values_by_key(written: Written) -> None:
    script = "({headings, rows}) => writers.whole(writers.json({about: {a: 1}}, headings, writers.slices(rows, 3)))"
    data = json.loads(written(script, TABLE))
    assert data["about"] == {"a": 1}
    assert [list(row) for row in data["decisions"]] == [HEADINGS] * len(ROWS)
    found = [list(row.values()) for row in data["decisions"]]
    assert json.loads(json.dumps(found)) == json.loads(json.dumps(ROWS))


def test_json_of_nothing_is_json(written: Written) -> None:
    assert json.loads(written("() => writers.whole(writers.json({a: 1}, [], []))")) == {"a": 1, "decisions": []}


def in_xlsx(cell: Any) -> Any:
    """Give what openpyxl is to find for a cell; it leaves the escapes of ST_Xstring as they are."""
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    if isinstance(cell, int | float) or cell is None:
        return cell
    text = text_of("; ".join(one or "" for one in cell) if isinstance(cell, list) else cell)
    text = re.sub("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text.replace("\r\n", "\n").replace("\r", "\n"))
    escaped = re.sub("[\0-\x08\x0b-\x1f\ufffe\uffff]", lambda sign: f"_x{ord(sign[0]):04X}_", text)
    return escaped or None


def test_a_workbook_has_texts_as_texts_and_numbers_as_numbers(written: Written) -> None:
    content = written(XLSX, {**TABLE, "kinds": ["money"] * len(HEADINGS)})
    book = load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Beslut & <annat>", "Om"]
    assert book.properties.title == "Beslut & <annat>"
    sheet = book.worksheets[0]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", f"A1:I{len(ROWS) + 1}")
    headings, *rows = sheet.iter_rows()
    assert [cell.value for cell in headings] == HEADINGS
    assert all(cell.font.bold for cell in headings)
    for row, meant in zip(rows, ROWS, strict=True):
        assert [cell.value for cell in row] == [in_xlsx(cell) for cell in meant]
        assert {cell.data_type for cell in row} <= {"s", "n"}
        numbers = [cell for cell in row if cell.value is not None and cell.data_type == "n"]
        assert {cell.number_format for cell in numbers} <= {"#,##0"}
    assert all(9 <= sheet.column_dimensions[letter].width <= 60 for letter in "ABCDEFGHI")


def test_whole_days_are_dates_where_dates_are_expected_and_nothing_else_is(written: Written) -> None:
    content = written(XLSX, {**TABLE, "kinds": ["date"] * len(HEADINGS)})
    days = [cell.value for cell in load_workbook(io.BytesIO(content)).worksheets[0][len(ROWS) + 1]]
    assert days[:2] == ["1899-12-31", "1900-01-01"]
    assert [day.date() for day in days[2:7:1] if isinstance(day, datetime)] == [
        date(1900, 3, 1),
        date(2024, 2, 29),
        date(9999, 12, 31),
        date(2024, 1, 2),
    ]
    assert days[4] == "2024-03"
    assert days[7:] == ["0001-01-01", "2024"]


def test_the_sheet_about_the_selection_has_dates_and_sums(written: Written) -> None:
    content = written(XLSX, {**TABLE, "kinds": ["text"] * len(HEADINGS)})
    about = load_workbook(io.BytesIO(content)).worksheets[1]
    values = [[cell.value for cell in row] for row in about.iter_rows()]
    assert values == [["Vad", "Värde"], ["Dag", datetime(2026, 11, 23)], ["Summa", 12345], ["Text", "=1"]]  # noqa: DTZ001 - cells know no time zone
    assert about["B4"].data_type == "s"


def test_the_parts_of_a_workbook_are_sound_xml_that_all_name_each_other(written: Written) -> None:
    content = written(XLSX, {**TABLE, "kinds": ["text"] * len(HEADINGS)})
    book = zipfile.ZipFile(io.BytesIO(content))
    assert book.testzip() is None
    parts = {name: ET.fromstring(book.read(name)) for name in book.namelist()}  # noqa: S314 - our own
    types = {part.get("PartName") for part in parts["[Content_Types].xml"] if part.get("PartName")}
    assert {f"/{name}" for name in parts if not name.endswith(".rels") and name != "[Content_Types].xml"} == types
    pointed = {relation.get("Target") for relation in parts["xl/_rels/workbook.xml.rels"]}
    assert {f"/xl/{target}" for target in pointed} < types
    assert {info.date_time for info in book.infolist()} == {(2026, 11, 23, 0, 0, 0)}


def test_the_same_table_gives_the_same_bytes(written: Written) -> None:
    given = {**TABLE, "kinds": ["text"] * len(HEADINGS)}
    assert written(XLSX, given) == written(XLSX, given)


def test_a_browser_that_cannot_deflate_stores(written: Written) -> None:
    script = """async () => {
        const kept = globalThis.CompressionStream;
        delete globalThis.CompressionStream;
        try {
            const files = [{name: "a.txt", parts: ["å", "b"]}, {name: "b.txt", parts: []}];
            return await writers.zip(files, "2026-11-23", "x/y");
        } finally {
            globalThis.CompressionStream = kept;
        }
    }"""
    book = zipfile.ZipFile(io.BytesIO(written(script)))
    assert {name: book.read(name) for name in book.namelist()} == {"a.txt": "åb".encode(), "b.txt": b""}
    assert {info.compress_type for info in book.infolist()} == {zipfile.ZIP_STORED}


def test_a_text_that_is_too_long_for_a_cell_is_cut(written: Written) -> None:
    content = written(XLSX, {"headings": ["a"], "rows": [["å" * 40_000]], "kinds": ["text"]})
    assert load_workbook(io.BytesIO(content)).worksheets[0]["A2"].value == "å" * 32_766 + "…"


def test_columns_beyond_z_have_two_letters(written: Written) -> None:
    content = written(
        XLSX, {"headings": [str(n) for n in range(60)], "rows": [list(range(60))], "kinds": ["count"] * 60}
    )
    row = load_workbook(io.BytesIO(content)).worksheets[0][2]
    assert [(cell.coordinate, cell.value) for cell in row][25:29] == [("Z2", 25), ("AA2", 26), ("AB2", 27), ("AC2", 28)]
    assert row[59].coordinate == "BH2"
