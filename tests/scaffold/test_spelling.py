"""What people write is turned into how a file says it, and nothing else is touched."""

from __future__ import annotations

import pytest

from funding.scaffold.spelling import spelt


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("amount", "1 250 000 kronor", "1 250 000"),
        ("amount", "500000:-", "500000"),
        ("amount", "ca 500 000 kr", "ca 500 000"),
        ("amount", "kr", "kr"),
        ("percent", "50 %", "50"),
        ("percent", "33,33 Procent", "33,33"),
        ("paragraph", "87", "§ 87"),
        ("paragraph", "§87", "§ 87"),
        ("paragraph", "§ 12 a", "§ 12 a"),
        ("ceiling", "Ja", "true"),
        ("ceiling", "nej", "false"),
        ("title", "50 %", "50 %"),
    ],
)
def test_answer_is_spelt_as_its_file_says_it(name: str, given: str, said: str) -> None:
    assert spelt(name, given) == said
