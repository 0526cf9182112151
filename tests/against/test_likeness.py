"""Which new files are files that are gone under another name."""

from __future__ import annotations

from funding.against.likeness import Likeness
from funding.source import Document, document_of
from funding.source.files import file_at


def documents(**texts: str) -> dict[str, Document]:
    found: dict[str, Document] = {}
    for name, text in texts.items():
        path = f"decisions/2024/{name}.yml"
        file = file_at("decisions", path)
        assert file
        data = text.encode()
        found[path] = document_of(file, data, len(data))
    return found


def moved(gone: dict[str, Document], new: dict[str, Document]) -> dict[str, str]:
    pairs = Likeness.between(gone, new).moved
    return {old[15:-4]: path[15:-4] for old, path in pairs.items()}


def lines(*numbers: int) -> str:
    return "".join(f"rad{number}: värde {number}\n" for number in numbers)


def test_same_content_is_the_same_file() -> None:
    assert moved(documents(gammal=lines(1, 2)), documents(annan=lines(3, 4), ny=lines(1, 2))) == {"gammal": "ny"}


def test_most_alike_is_chosen_and_each_only_once() -> None:
    gone = documents(ett=lines(*range(10)), tva=lines(*range(8), 20, 21))
    new = documents(a=lines(*range(9), 30), b=lines(*range(8), 20, 31))
    assert moved(gone, new) == {"ett": "a", "tva": "b"}


def test_what_shares_less_than_half_is_another_file() -> None:
    assert moved(documents(gammal=lines(*range(10))), documents(ny=lines(*range(4), *range(40, 46)))) == {}
    assert moved(documents(gammal=lines(*range(10))), documents(ny=lines(*range(5), *range(40, 45)))) == {
        "gammal": "ny"
    }


def test_lines_that_all_have_tell_nothing() -> None:
    gone = documents(gammal=lines(*range(10), 1000))
    new = documents(**{f"n{number}": lines(*range(10), 2000 + number) for number in range(60)})
    assert moved(gone, new) == {}
    assert moved(gone, new | documents(rest=lines(*range(10), 1000, 1001))) == {"gammal": "rest"}


def test_copies_of_one_content_are_paired_by_name_and_then_in_order() -> None:
    gone, new = documents(a=lines(1), b=lines(1), c=lines(1)), documents(b=lines(1), d=lines(1), e=lines(1))
    assert moved(gone, new) == {"a": "d", "b": "b", "c": "e"}


def test_two_of_one_name_are_not_the_same_new_file() -> None:
    (new,) = documents(a=lines(1)).values()
    paths = ("decisions/2022/a.yml", "decisions/2023/a.yml")
    found = Likeness.between(dict.fromkeys(paths, new), {"decisions/2024/a.yml": new}).moved
    assert found == {"decisions/2022/a.yml": "decisions/2024/a.yml"}
