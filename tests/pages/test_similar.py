"""What is shown as similar is so, for the reasons given, and does not change with what is far from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.generate import generate
from funding.check import check
from funding.labels import Words
from funding.model.facts import Everywhere
from funding.pages.likeness.choosing import MOST, MOST_WORDS
from funding.pages.likeness.similar import Similar
from funding.pages.likeness.traits import Shared
from funding.pages.site import site_pages
from funding.project import find_project
from funding.register import Record, Register
from funding.swedish import key, tokens
from tests.pages.made import ADDRESS, DAY, make_site, pages_of

ROOT = Path(__file__).parents[2]
DECISIONS = 300


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("similar") / "project"
    generate(folder, DECISIONS)
    return folder


def read(folder: Path) -> Register:
    options = find_project(folder).options
    return check(folder, options, Words(options.lang), DAY).register


@pytest.fixture(scope="module")
def register(invented: Path) -> Register:
    return read(invented)


@pytest.fixture(scope="module")
def similar(register: Register) -> Similar:
    return Similar(register)


def keys(record: Record) -> set[str]:
    return {key(word) for word in tokens(f"{record.current.title} {record.current.summary or ''}")}


def places(record: Record) -> set[str]:
    location = record.current.location
    return set() if location is None or isinstance(location, Everywhere) else set(location.municipalities or ())


def types(register: Register, record: Record) -> set[str]:
    organisations = register.lists.organisations
    entries = (organisations[id_] for id_ in record.recipients)
    tops = (organisations[entry.unit_of] if entry.unit_of and not entry.type else entry for entry in entries)
    return {entry.type for entry in tops if entry.type}


def shared(register: Register, one: Record, other: Record) -> set[Shared]:
    """Tell the long way what two decisions have in common."""
    pairs = {
        Shared.RECIPIENT: (set(one.recipients), set(other.recipients)),
        Shared.THEME: (set(one.current.themes or ()), set(other.current.themes or ())),
        Shared.MUNICIPALITY: (places(one), places(other)),
        Shared.SOURCE: tuple({entry.source for entry in each.current.money.sources or ()} for each in (one, other)),
        Shared.RECIPIENT_TYPE: (types(register, one), types(register, other)),
    }
    return {kind for kind, (ours, theirs) in pairs.items() if ours & theirs}


def test_every_reason_is_true(register: Register, similar: Similar) -> None:
    named = 0
    for record in register.records.values():
        for likeness in similar.to(record):
            named += 1
            assert set(likeness.shared) <= shared(register, record, likeness.record)
            assert set(likeness.keys) <= keys(record) & keys(likeness.record)
            assert len(likeness.keys) <= MOST_WORDS
            assert likeness.shared or likeness.keys
    assert named > DECISIONS


def test_few_are_named_and_none_twice(register: Register, similar: Similar) -> None:
    for record in register.records.values():
        named = [likeness.record.id for likeness in similar.to(record)]
        assert len(named) == len(set(named)) <= MOST
        assert record.id not in named
        assert not {other.id for other in register.relatives.get(record.id, ())} & set(named)


def test_not_all_are_the_same_recipients(register: Register, similar: Similar) -> None:
    of_one = [[Shared.RECIPIENT in one.shared for one in similar.to(record)] for record in register.records.values()]
    assert max(map(sum, of_one)) == 2


def test_a_decision_asked_for_alone_has_the_same(register: Register, similar: Similar) -> None:
    together = Similar(register)
    together.work_out()
    assert all(together.to(record) == similar.to(record) for record in register.records.values())


def test_the_nearest_in_words_is_named_first(invented: Path) -> None:
    register = read(invented)
    first = next(iter(register.records.values()))
    twin = (invented / first.path).read_text("utf-8")
    (invented / "decisions/2024/tvilling.yml").write_text(twin.replace('"2', '"9'), "utf-8")
    try:
        found = read(invented)
        assert Similar(found).to(found.records[first.id])[0].record.id == "2024/tvilling"
    finally:
        (invented / "decisions/2024/tvilling.yml").unlink()


def test_a_changed_decision_leaves_most_pages_as_they_are(invented: Path) -> None:
    def grounds() -> dict[str, str | None]:
        options = find_project(invented).options
        site = site_pages(read(invented), options, Words(options.lang), DAY, ADDRESS)
        return {page.url: page.ground for page in pages_of(site) if page.url.count("/") == 3 and "sida" not in page.url}

    before = grounds()
    file = sorted((invented / "decisions").glob("2*/*.yml"))[DECISIONS // 2]
    text = file.read_text("utf-8")
    try:
        file.write_text(text.replace("title: ", "title: Ny ", 1), "utf-8")
        after = grounds()
    finally:
        file.write_text(text, "utf-8")
    changed = {url for url, ground in before.items() if after[url] != ground}
    assert f"beslut/{file.parent.name}/{file.stem}/" in changed
    assert len(changed) < DECISIONS / 10


@pytest.mark.parametrize(
    ("lang", "why"),
    [("sv", "samma mottagare och tema, båda nämner ”resor”"), ("en", "same recipient and theme, both mention “resor”")],
)
def test_a_page_says_why(lang: str, why: str) -> None:
    site = make_site(ROOT, "en" if lang == "en" else "sv")
    assert why in site.text("beslut/2015/forstudie-hallbart-resande/")


def test_a_site_of_one_decision_has_nothing_similar(tmp_path: Path) -> None:
    generate(tmp_path / "p", 1)
    (record,) = read(tmp_path / "p").records.values()
    assert Similar(read(tmp_path / "p")).to(record) == ()
