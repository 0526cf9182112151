"""What a reader types, read into chunks."""

from typing import Any

import pytest

from tests.browser.search.conftest import Run

SHOWN = """(text) => engine.parse(text, engine.index.contents.asking).map((chunk) => {
    const { type, minus, words, typed, param, value, range, unknown } = chunk;
    const named = param ? [param, range ?? value] : [];
    return [minus ? `-${type}` : type, ...(param ? named : words), ...(unknown ? ["?"] : [])];
})"""


@pytest.mark.parametrize(
    ("text", "chunks"),
    [
        ("", []),
        (" \t\u00a0", []),
        ('- -- " "" : , §', []),
        ("Bidrag", [["words", "bidrag"]]),
        ("3D-printing & mer", [["words", "3d", "printing"], ["words", "mer"]]),
        ('"En fras" slut', [["phrase", "en", "fras"], ["words", "slut"]]),
        ("”En fras” „två”", [["phrase", "en", "fras"], ["phrase", "två"]]),
        ('"öppet till slutet', [["phrase", "öppet", "till", "slutet"]]),
        ('ett"två tre"fyra', [["words", "ett"], ["phrase", "två", "tre"], ["words", "fyra"]]),
        ('-ord -"en fras" \u2212till', [["-words", "ord"], ["-phrase", "en", "fras"], ["-words", "till"]]),
        ("a-b --c", [["words", "a", "b"], ["-words", "c"]]),
        ("status:granted", [["field", "status", "granted"]]),
        ("STATUS:Granted Kommun:örebro", [["field", "status", "Granted"], ["field", "municipality", "örebro"]]),
        ('mottagare:"A B" -tema:x', [["field", "recipient", "A B"], ["-field", "theme", "x"]]),
        ("villkorsla\u0308ge:met källa:a", [["field", "condition_state", "met"], ["field", "source", "a"]]),
        ("status: granted", [["words", "status"], ["words", "granted"]]),
        ("foo:bar -foo:bar", [["words", "foo", "bar", "?"], ["-words", "foo", "bar", "?"]]),
        ("constructor:x __proto__:y", [["words", "constructor", "x", "?"], ["words", "proto", "y", "?"]]),
        ("dnr:24RS42", [["words", "dnr", "24rs42"]]),
        ("https://a.example/b", [["words", "https", "a", "example", "b", "?"]]),
        ("12:30", [["words", "12", "30"]]),
        ("belopp:1000-2000", [["range", "amount", [1000, 2000]]]),
        ('belopp:"1 000..2 000"', [["range", "amount", [1000, 2000]]]),
        ("belopp:>=5 amount:<=7 belopp:9", [["range", "amount", r] for r in ([5, None], [None, 7], [9, 9])]),
        ("-belopp:-5", [["-range", "amount", [None, 5]]]),
        ("beslutat:2020-01-01..2021-12-31", [["range", "decided", ["2020-01-01", "2021-12-31"]]]),
        ("beslutat:2020 decided:>=2020-02", [["range", "decided", r] for r in (["2020", "2020"], ["2020-02", None])]),
        ("belopp:>1mkr", [["range", "amount", [1_000_001, None]]]),
        ("belopp:>=1,5 miljoner kronor bro", [["range", "amount", [1_500_000, None]], ["words", "bro"]]),
        ("belopp:<500tkr Belopp:1 mnkr", [["range", "amount", [None, 499_999]], ["range", "amount", [1_000_000] * 2]]),
        ("belopp:500000..1,2mkr kr", [["range", "amount", [500_000, 1_200_000]]]),
        ("belopp:1 skola", [["range", "amount", [1, 1]], ["words", "skola"]]),
        ("belopp:1,5,5 ar:2024", [["words", "belopp", "1", "5", "5", "?"], ["field", "year", "2024"]]),
        ("belopp:9-1", [["words", "belopp", "9", "1", "?"]]),
        ("beslutat:2021-02-29", [["words", "beslutat", "2021", "02", "29", "?"]]),
    ],
)
def test_a_query_is_read_into_chunks(run: Run, text: str, chunks: list[Any]) -> None:
    assert run(SHOWN, text) == chunks


def test_a_chunk_knows_its_place(run: Run) -> None:
    text = 'ett -"två  tre" fyra:fem '
    assert run(
        "(text) => engine.parse(text, engine.index.contents.asking).map(({ from, to }) => text.slice(from, to))", text
    ) == [
        "ett",
        '-"två  tre"',
        "fyra:fem",
    ]
    assert run(
        "(text) => engine.parse(text, engine.index.contents.asking).map((chunk) => engine.without(text, chunk))", text
    ) == [
        '-"två tre" fyra:fem',
        "ett fyra:fem",
        'ett -"två tre"',
    ]


def test_all_spellings_of_a_number_have_a_key_in_common(run: Run) -> None:
    keys = "(texts) => texts.map((text) => engine.nameKeys(text, engine.index.contents.asking.leads))"
    number = ["802400-1235", "8024001235", "16802400-1235", "SE802400123501", "orgnr 802400 1235", "Orgnr: 802400-1235"]
    assert all("8024001235" in found for found in run(keys, number))
    reference = ["24RS0042", "24 rs 42", "dnr 24RS-0042", "24rs042"]
    assert all("24rs42" in found for found in run(keys, reference))
    assert run(keys, ["", "?!", "dnr"]) == [[], [], ["dnr"]]
