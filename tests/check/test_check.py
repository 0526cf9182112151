"""A whole check: real projects, drafts and tombstones, what is left sound, and files full of faults."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from funding.check import Checked, OutsideProjectError
from funding.labels import Words
from funding.problem import Severity
from funding.reporters import ON_TERMINAL, REPORTERS
from tests.quickness import within
from tests.rules.cases import CASES, PLACE, PROJECT, case_files, lay, run
from tests.site.projects import ROOT

GOOD = CASES / "unknown-key/good.yml"
PERSONAL = ("personal-number", "email-address", "phone-number", "account-number", "personal-file-name")
SECRETS = ("811218", "9876", "98 76", "anna.ek", "602 70", "6027000", "123 45", "5050", "5000 0000")
MOST_SECONDS = 1.0


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a project with one sound decision."""
    lay(GOOD, tmp_path)
    return tmp_path


def codes(checked: Checked) -> list[str]:
    return [problem.code for problem in checked.problems]


def write(root: Path, text: str, path: str = PLACE) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def shared_project(shared: Path, root: Path) -> Path:
    shutil.copytree(shared / "examples/decisions", root / "decisions")
    options = (PROJECT / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(
        options.replace("organisation: regionen", "organisation: region-orebro-lan"), "utf-8"
    )
    return root


def test_examples_have_no_error(shared: Path, tmp_path: Path) -> None:
    checked = run(shared_project(shared, tmp_path))
    assert checked.count(Severity.ERROR) == 0
    assert len(checked.register.records) == json.loads((shared / "examples/sums.json").read_text("utf-8"))["count"]


def test_each_faulty_example_has_an_error_on_its_line(shared: Path, tmp_path: Path) -> None:
    project = shared_project(shared, tmp_path)
    expected = json.loads((shared / "examples/faulty/expected.json").read_text("utf-8"))
    for name in expected:
        shutil.copyfile(shared / "examples/faulty" / name, project / "decisions/2024" / name)
    checked = run(project)
    errors = {(problem.path, problem.line) for problem in checked.problems if problem.severity is Severity.ERROR}
    assert errors == {(f"decisions/2024/{name}", place["line"]) for name, place in expected.items()}
    assert len(checked.register.records) == 40


@pytest.mark.parametrize("project", [ROOT, *sorted((ROOT / "tests/regions").iterdir())], ids=lambda path: path.name)
def test_own_decisions_and_other_regions_have_no_error_and_no_warning(project: Path) -> None:
    checked = run(project)
    assert [p for p in checked.problems if p.severity is not Severity.NOTE] == []


def test_problems_are_sorted_and_of_all_files(root: Path) -> None:
    write(root, "title: [\n", "decisions/2023/trasig.yml")
    write(root, "title: A\nstatus: beviljad\n", "decisions/2022/fel.yml")
    checked = run(root)
    assert list(checked.problems) == sorted(checked.problems)
    assert {problem.path for problem in checked.problems} == {"decisions/2022/fel.yml", "decisions/2023/trasig.yml"}
    assert list(checked.register.records) == ["2024/fall"]
    assert checked.files == 10


def test_draft_may_lack_everything_but_form(root: Path) -> None:
    write(root, "title: Ett utkast\nstatus: draft\n", "decisions/2024/utkast.yml")
    assert run(root).problems == ()
    write(root, "title: Ett utkast\nstatus: draft\nrecipent: kommunen\n", "decisions/2024/utkast.yml")
    assert codes(run(root)) == ["unknown-key"]
    assert "2024/utkast" not in run(root).register.records


@pytest.mark.parametrize(
    ("lang", "said"), [("sv", "i 2 filer. 1 utkast, visas inte.\n"), ("en", "in 2 files. 1 draft, not shown.\n")]
)
def test_draft_is_told_of_where_it_is_among_what_is_checked(root: Path, lang: str, said: str) -> None:
    draft = root / "decisions/2024/utkast.yml"
    draft.write_text("title: Cykelvägar\nstatus: draft\n", "utf-8")
    checked = run(root, lang)
    folder = checked.only(root, [draft.parent])
    assert REPORTERS["text"](folder, Words(lang)).endswith(said)
    assert "1" not in REPORTERS["text"](checked.only(root, [root / PLACE]), Words(lang)).partition(".")[2]


def test_draft_holds_no_personal_data_either(root: Path) -> None:
    write(root, "title: Ett utkast\nstatus: draft\nremarks: Ring 019-602 70 00.\n", "decisions/2024/utkast.yml")
    assert codes(run(root)) == ["phone-number"]


@pytest.mark.parametrize(("given", "advised"), [("33,33", "percent: 33.33"), ("33,333", '"33,333"')])
def test_a_comma_among_braces_is_told_of_the_point_that_a_mend_writes(root: Path, given: str, advised: str) -> None:
    (root / PLACE).write_text(
        f"title: Cykelvägar\ngrant: {{shares: [{{percent: {given}, of: booked_costs}}]}}\n", "utf-8"
    )
    hints = [problem.hint for problem in run(root).problems if problem.code == "comma-splits-value"]
    assert any(advised in (hint or "") for hint in hints), hints


@pytest.mark.parametrize(
    "text",
    [
        "",
        "synonyms:\n",
        "- [cykel, velociped]\n",
        "cykel: velociped\nsynonyms:\n  - [förstudie, förprojekt]\n",
        "synonyms:\n  - {cykel: velociped}\n",
        "synonyms:\n  - []\n",
        "synonyms:\n  - cykel, velociped\n",
        "synonyms:\n  [cykel, velociped]\n",
    ],
)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_synonyms_in_another_form_are_told_of_the_form(root: Path, text: str, lang: str) -> None:
    (root / "synonyms.yml").write_text(text, "utf-8")
    problems = [problem for problem in run(root, lang).problems if problem.path == "synonyms.yml"]
    assert problems
    for problem in problems:
        assert problem.hint
        assert "- [" in problem.hint
        assert "not_stated" not in problem.hint


def test_tombstone_needs_nothing_else_and_may_be_pointed_at(root: Path) -> None:
    removed = "publication:\n  removed:\n    date: 2024-05-02\n    reason: Beslutet var inte vårt.\n"
    write(root, removed, "decisions/2024/borta.yml")
    write(root, GOOD.read_text("utf-8") + "related: 2024/borta\n")
    checked = run(root)
    assert checked.problems == ()
    assert [tombstone.id for tombstone in checked.register.tombstones] == ["2024/borta"]


def test_acknowledged_warning_is_silent_and_an_error_is_not(root: Path) -> None:
    text = GOOD.read_text("utf-8").replace("title: Cykelvägar i Norrby", "title: CYKELVÄGAR I NORRBY")
    write(root, f"{text}acknowledged:\n  - code: title-in-capitals\n    reason: Så heter projektet.\n")
    assert run(root).problems == ()
    write(root, f"{text}recipient: okand\nacknowledged:\n  - code: duplicate-key\n    reason: Nej.\n")
    assert "duplicate-key" in codes(run(root))


@pytest.mark.parametrize("folder", ["", "decisions", "decisions/registers"])
def test_project_without_anything_lacks_only_its_own_organisation(tmp_path: Path, folder: str) -> None:
    shutil.copyfile(PROJECT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    assert [(problem.path, problem.code) for problem in run(tmp_path).problems] == [
        ("mkdocs.yml", "own-organisation-unknown")
    ]
    assert run(tmp_path).files == 0


def test_unreadable_register_hides_no_other_problem_and_makes_none(root: Path) -> None:
    (root / "decisions/registers/organisations.yml").write_text("regionen: [a\n", "utf-8")
    checked = run(root)
    assert codes(checked) == ["unclosed-bracket"]
    assert dict(checked.register.records) == {}


def test_what_points_at_a_faulty_entry_is_left_out(root: Path) -> None:
    organisations = root / "decisions/registers/organisations.yml"
    text = organisations.read_text("utf-8").replace("name: Norrby kommun", "nam: Norrby kommun")
    organisations.write_text(f"{text}enheten:\n  name: Enheten\n  unit_of: kommunen\n", "utf-8")
    write(root, GOOD.read_text("utf-8").replace("recipient: kommunen", "recipient: enheten"), "decisions/2024/tva.yml")
    checked = run(root)
    assert codes(checked) == ["unknown-key"]
    assert dict(checked.register.records) == {}
    assert list(checked.register.lists.organisations) == ["regionen", "bolaget", "foreningen"]


@pytest.mark.parametrize("case", [case for case in case_files("bad") if case.parent.name in PERSONAL], ids=str)
def test_no_output_repeats_personal_data(case: Path, tmp_path: Path) -> None:
    lay(case, tmp_path)
    checked = run(tmp_path)
    for report in (*REPORTERS.values(), *ON_TERMINAL.values()):
        text = report(checked, Words("sv"))
        assert [secret for secret in SECRETS if secret in text] == []


def test_what_an_unknown_id_repeats_is_hidden_in_message_and_hint(root: Path) -> None:
    (root / "decisions/registers/themes.yml").write_text("tema-8112189876: {name: Klimat}\n", "utf-8")
    write(root, GOOD.read_text("utf-8") + "themes: tema-8112189867\n")
    found = run(root)
    assert "unknown-theme" in codes(found)
    assert "8112189" not in REPORTERS["json"](found, Words("sv")).replace("8112189867", "")


@pytest.mark.parametrize(
    "lines",
    [
        ["partners: [" + ", ".join(f"okand-{index}" for index in range(490)) + "]"],
        [f"nyckel-{index}: x" for index in range(9000)],
        ["remarks: " + "811218-9876 " * 20_000],
        ["rationale: |", *(f"  [länk {index}](javascript:alert({index}))" for index in range(5000))],
        ["grant:", "  amount: 1", "  per_year: {" + ", ".join(f"{1800 + index}: 5" for index in range(399)) + "}"],
        [f"# 019-602 70 {index:02d}" for index in range(100)] * 80,
    ],
    ids=lambda lines: lines[0][:20],
)
def test_file_full_of_faults_takes_no_second(lines: list[str], root: Path) -> None:
    keys = {line.partition(":")[0] for line in lines}
    kept = [block for block in _blocks(GOOD) if block.partition(":")[0] not in keys]
    write(root, "\n".join([*kept, *lines]) + "\n")

    def told() -> tuple[Checked, list[str]]:
        checked = run(root)
        return checked, [report(checked, Words("sv")) for report in REPORTERS.values()]

    checked, texts = within(MOST_SECONDS, told)
    assert checked.count(Severity.ERROR)
    assert all(texts)


def test_register_that_hangs_on_one_faulty_entry_takes_no_second(root: Path) -> None:
    organisations = root / "decisions/registers/organisations.yml"
    chain = (f"o{index}:\n  name: Enhet {index}\n  unit_of: o{(index + 1) % 2500}\n" for index in range(2500))
    organisations.write_text(organisations.read_text("utf-8") + "".join(chain), "utf-8")
    checked = within(2 * MOST_SECONDS, lambda: run(root))
    assert codes(checked) == ["register-circle"]
    assert list(checked.register.lists.organisations) == ["regionen", "kommunen", "bolaget", "foreningen"]


def _blocks(case: Path) -> list[str]:
    blocks: list[str] = []
    for line in case.read_text("utf-8").splitlines():
        if line.startswith(" "):
            blocks[-1] += f"\n{line}"
        else:
            blocks.append(line)
    return blocks


def test_only_gives_what_was_asked_about(root: Path) -> None:
    write(root, "title: [\n", "decisions/2023/trasig.yml")
    checked = run(root)
    assert checked.only(root, []) is checked
    assert codes(checked.only(root, [root / "decisions/2024"])) == []
    assert checked.only(root, [root / "decisions/2024"]).files == 1
    assert codes(checked.only(root, [root / "decisions/2023/trasig.yml"])) == codes(checked)
    assert checked.only(root, [root / "decisions/../decisions"]).files == checked.files
    assert checked.only(root, [root / "docs"]).files == 0


@pytest.mark.parametrize(("path", "missing"), [("decisions/2024/borta.yml", True), ("..", False), ("../..", False)])
def test_only_of_what_is_not_in_the_project(path: str, missing: bool, root: Path) -> None:  # noqa: FBT001 - a case
    with pytest.raises(OutsideProjectError) as raised:
        run(root).only(root, [root / path])
    assert raised.value.missing is missing
