"""A new file says what it was to say, in the canonical form."""

from __future__ import annotations

import pytest

from funding.problem import KeyPath
from funding.source import Document, RegisterName, SourceFile
from funding.writing.forming import form
from funding.writing.fresh import MODELINE, written
from funding.writing.meaning import same_values
from funding.writing.slots import root_slot
from tests.writing.documents import document, real_documents

FILE = SourceFile("decisions/2024/x.yml", "2024/x")


@pytest.mark.parametrize("given", real_documents(), ids=lambda given: given.path)
def test_tree_is_written_and_read_again(given: Document) -> None:
    assert given.tree is not None
    text = written(given.tree, given.file)
    again = document(text, given.file.register)
    assert form(again).text == text
    assert same_values(unlisted(again.tree), unlisted(given.tree), root_slot(given.file))


def unlisted(tree: object) -> object:
    """Give a tree with every list of one text as that text."""
    if isinstance(tree, dict):
        return {key: unlisted(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return tree[0] if len(tree) == 1 and isinstance(tree[0], str) else [unlisted(item) for item in tree]
    return tree


def test_short_forms_and_comments() -> None:
    tree = {
        "status": "draft",
        "title": "Projekt: fas 2",
        "recipient": ["kommunen"],
        "themes": ["klimat", "resor"],
        "grant": {"amount": "500000", "shares": [{"percent": "50", "of": "booked_costs"}]},
        "references": [{"value": "20200611", "scheme": "case_id"}],
        "rationale": "Ett.\n\nTvå.",
    }
    comments: dict[KeyPath, str] = {("grant", "amount"): "GRANSKA: sidan 3\nosäkert", ("title",): "GRANSKA"}
    assert written(tree, FILE, comments) == (
        f"{MODELINE}\n"
        "# GRANSKA\n"
        'title: "Projekt: fas 2"\n'
        "status: draft\n"
        "references:\n"
        '  - {value: "20200611", scheme: case_id}\n'
        "recipient: kommunen\n"
        "grant:\n"
        "  # GRANSKA: sidan 3\n"
        "  # osäkert\n"
        "  amount: 500 000\n"
        "  shares:\n"
        "    - {percent: 50, of: booked_costs}\n"
        "themes: [klimat, resor]\n"
        "rationale: |-\n"
        "  Ett.\n"
        "\n"
        "  Två.\n"
    )


def test_register_has_no_line_for_editors() -> None:
    file = SourceFile("decisions/registers/themes.yml", register=RegisterName.THEMES)
    assert written({"klimat": {"name": "Klimat"}}, file) == "klimat:\n  name: Klimat\n"
