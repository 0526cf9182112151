"""What the search shows before a script runs: the sums of all decisions, and examples in the site's own words."""

import json
import re
from dataclasses import replace
from statistics import median

import pytest

from funding.labels import Words
from funding.pages.context import Context
from funding.pages.lists.explorer import ASSETS, explorer_values
from funding.project import find_project
from funding.register import total
from funding.register.sums import counts, whole
from tests.pages.conftest import PROJECT, ROOT
from tests.pages.made import ADDRESS, DAY, MadeSite

PACKAGE = ROOT / "site_plugins/funding"
NAMED = re.compile(r"(?<![.\w])words\.(\w+)(?:\.(\w+))?|(?<![.\w])said\.(\w+)")


@pytest.fixture(scope="module")
def context(lillan: MadeSite) -> Context:
    return Context(lillan.register.published(DAY), find_project(PROJECT).options, Words("sv"), DAY, ADDRESS)


def test_the_figures_are_those_of_all_funders_and_say_what_is_ours(context: Context) -> None:
    selection = explorer_values(context)["selection"]
    everything, ours = total(context.register.by_date), total(context.ours)
    assert (selection.count, selection.sum) == (everything.records, everything.granted)
    assert everything.granted > ours.granted
    granted, middle = selection.figures
    assert context.form.number_text(everything.granted) in granted.values[0]
    assert context.form.number_text(ours.granted) in granted.notes[1]
    amounts = [
        amount.value
        for record in context.register.by_date
        if (amount := whole(record)) and counts(record) and record.current.money.currency == "SEK"
    ]
    assert context.form.number_text(int(median(amounts) + 0.5)) in middle.values[0]
    assert granted.notes[0].striptags().startswith(f"{len(amounts)} av {everything.records} räknas")


def test_a_site_without_others_money_does_not_part_the_sum(context: Context) -> None:
    ours = {record.id: record for record in context.ours}
    alone = explorer_values(replace(context, register=replace(context.register, records=ours)))["selection"]
    assert not [note for note in alone.figures[0].notes if "varav" in note]


def test_a_site_without_decisions_has_no_median_and_no_examples(context: Context) -> None:
    empty = explorer_values(replace(context, register=replace(context.register, records={})))
    assert empty["selection"].figures[1].values == ("–",)
    assert empty["examples"] == ()


def test_the_examples_ask_in_every_way_and_lead_to_the_page_itself(context: Context) -> None:
    examples = explorer_values(context)["examples"]
    assert {"words", "phrase", "number", "recipient", "municipality", "amount", "decided"} <= {
        example.about for example in examples
    }
    assert all(example.href.startswith("?q=") for example in examples)


def test_the_assets_of_the_page_are_there_and_only_it_asks_for_them(lillan: MadeSite) -> None:
    assert all((PACKAGE / "assets" / name).is_file() for name in ASSETS)
    assert {url for url in lillan.urls if "search/explorer/explorer.js" in lillan.page(url).assets} == {"beslut/"}


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_word_that_the_scripts_say_is_there(context: Context, lang: str) -> None:
    told = json.loads(explorer_values(replace(context, words=Words(lang)))["told"])
    scripts = [
        PACKAGE / f"assets/search/explorer/{name}.js"
        for name in ("chips", "explorer", "facets", "results", "spans", "tools")
    ]
    for script in scripts:
        for first, second, reading in NAMED.findall(script.read_text("utf-8")):
            if reading:
                assert reading in told["reading"], f"{script.name}: {reading}"
            else:
                assert first in told, f"{script.name}: {first}"
                assert not second or isinstance(told[first], str) or second in told[first], f"{script.name}: {second}"
