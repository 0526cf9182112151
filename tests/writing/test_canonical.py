"""The canonical form: the same after once as after twice, one order of keys, every comment at its key, one meaning."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from random import Random
from typing import Any

import pytest

from funding.model.decision import Decision
from funding.model.facts import DecisionFacts, Period
from funding.model.grant import Grant
from funding.model.later import Amendment
from funding.model.part import Part
from funding.model.reading import read_decision
from funding.source import Document, RegisterName
from funding.source.layout import Mapping, Scalar, layout_of, steps_of
from funding.source.yaml_text import parse
from funding.writing.forming import form
from tests.hostile.test_hostile import CASES as HOSTILE
from tests.writing.documents import case_documents, document, real_documents, text_of
from tests.writing.scribe import Scribe

FORMS = Path(__file__).parent / "forms"
GENERATED = 1000
CASES = dict(case_documents())
PARTS: dict[str, type[Part]] = {"decision": DecisionFacts, "grant": Grant, "period": Period}
TAG = re.compile(r"#[0-9]+ (above|beside) (\S+)$")
KEY = re.compile(r"[ -]*(?:\"([^\"]+)\"|([^\s#\"'{\[][^:]*)):(?: |$)")


def formed(given: Document) -> str:
    found = form(given)
    assert found.text is not None, found.findings
    return found.text


def again(text: str, given: Document) -> str:
    return formed(document(text, given.file.register))


def tree_of(text: str) -> dict[str, Any]:
    tree, findings = parse("x.yml", text)
    assert tree is not None, findings
    return tree


def generated() -> Iterator[tuple[Document, str]]:
    """Give decisions as they are, each with a text of it in some chance style."""
    sound = [one for one in real_documents() if one.file.id]
    good = (one for name, one in CASES.items() if "/good" in name and one.file.id and not one.findings)
    sound += [one for one in good if one.tree and "synonyms" not in one.tree]
    for seed in range(GENERATED):
        given = sound[seed % len(sound)]
        yield given, Scribe(Random(seed)).write(given.tree or {})  # noqa: S311 - chance, not secrecy


@pytest.mark.parametrize("before", sorted(FORMS.glob("*.before.yml")), ids=lambda path: path.name.split(".")[0])
def test_golden_form(before: Path) -> None:
    kind, _, name = before.name.split(".")[0].partition("-")
    given = document(before.read_bytes(), RegisterName(name) if kind == "registers" else None)
    after = formed(given)
    assert after == text_of(before.with_name(before.name.replace(".before.", ".after.")))
    assert again(after, given) == after


@pytest.mark.parametrize("name", CASES)
def test_case_is_the_same_after_twice(name: str) -> None:
    found = form(CASES[name])
    assert found.text is not None or found.findings
    if found.text is not None:
        assert again(found.text, CASES[name]) == found.text
        assert Counter(re.findall(r"# expect:.*", found.text)) == Counter(re.findall(r"# expect:.*", CASES[name].text))


def test_hostile_files_never_make_it_fall() -> None:
    for case in HOSTILE:
        given = document(case.content)
        found = form(given)
        if found.text is not None:
            assert again(found.text, given) == found.text


def test_generated_files_keep_meaning_and_comments_and_have_one_order() -> None:
    for given, text in generated():
        shuffled = document(text)
        assert shuffled.tree is not None, text
        after = formed(shuffled)
        assert again(after, shuffled) == after
        one, other = read_decision(given), read_decision(document(after))
        assert (one.decision, one.tombstone) == (other.decision, other.tombstone)
        assert not {"\r", "\ufeff"} & set(after)
        assert [line for line in after.split("\n") if line != line.rstrip()] == []
        assert misplaced_tags(text, after) == []
        assert out_of_order(tree_of(after)) == []


def misplaced_tags(before: str, after: str) -> list[str]:
    """Give every comment that is lost, doubled or stands at another key."""
    tags = Counter(match.group() for line in before.splitlines() if (match := TAG.search(line)))
    lines = after.splitlines()
    wrong = list((tags - Counter(match.group() for line in lines if (match := TAG.search(line)))).elements())
    for number, line in enumerate(lines):
        match = TAG.search(line)
        if match:
            keys = keys_here(lines, number) if match[1] == "beside" else keys_below(lines, number)
            if match[2].rpartition("/")[2] not in keys:
                wrong.append(line)
    return wrong


def keys_here(lines: list[str], number: int) -> list[str]:
    match = KEY.match(lines[number])
    return [match[1] or match[2]] if match else []


def keys_below(lines: list[str], number: int) -> list[str]:
    """Give the keys that the next line with content says; an item's first line may stand for any of its keys."""
    below = next(line for line in lines[number + 1 :] if line.strip() and not line.lstrip().startswith("#"))
    match = KEY.match(below)
    first = [match[1] or match[2]] if match else []
    if not below.lstrip().startswith("- "):
        return first
    return [*first, *re.findall(r"[{ ,-]([a-z_.]+):", "".join(lines[number + 1 :]))]


def out_of_order(tree: dict[str, Any]) -> list[str]:
    """Name every part whose keys are not in the order of the model's fields."""
    parts: list[tuple[str, type[Part], Any]] = [("file", Decision, tree)]
    parts += [(key, part, tree.get(key)) for key, part in PARTS.items()]
    later = tree.get("amendments", [])
    parts += [("amendment", Amendment, one) for one in (later if isinstance(later, list) else [later])]
    return [name for name, part, inside in parts if isinstance(inside, dict) and not is_sorted(part, list(inside))]


def is_sorted(part: type[Part], keys: list[str]) -> bool:
    names = [field.alias or name for name, field in part.model_fields.items()]
    ranks = [names.index(key) if key in names else len(names) for key in keys]
    return ranks == sorted(ranks)


def test_file_with_a_fault_of_syntax_is_left_alone_and_says_why() -> None:
    found = form(document("title: Ett: två\nstatus: granted\n"))
    assert found.text is None
    assert [finding.code for finding in found.findings] == ["unquoted-colon"]


def test_changed_value_changes_at_most_two_lines() -> None:
    tried = 0
    for given in real_documents():
        canonical = formed(given)
        layout = layout_of(canonical)
        assert layout is not None
        for scalar in values_of(layout):
            changed = canonical[: scalar.start] + other_value(scalar) + canonical[scalar.end :]
            after = form(document(changed, given.file.register)).text
            assert after is not None
            diff = list(unified_diff(canonical.splitlines(), after.splitlines(), n=0, lineterm=""))[2:]
            assert sum(line.startswith("-") for line in diff) <= 1, "\n".join(diff)
            assert sum(line.startswith("+") for line in diff) <= 2, "\n".join(diff)
            tried += 1
    assert tried > 800


def values_of(layout: Mapping) -> Iterator[Scalar]:
    for _, _, value in steps_of(layout):
        if isinstance(value, Scalar) and value.style in {"", '"'} and value.line == value.end_line:
            yield value


def other_value(scalar: Scalar) -> str:
    if re.fullmatch(r"[0-9 ]+", scalar.text):
        return scalar.text.replace(" ", "") + "7"
    return '"' + scalar.text.replace("\\", "\\\\").replace('"', '\\"') + ' ändrat"'
