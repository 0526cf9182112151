"""How values are spelt in the files of the corpus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def money(amount: int) -> str:
    """Give whole kronor with spaces between groups of three, as decisions print them."""
    return f"{amount:,}".replace(",", " ")


def flow(values: Sequence[str]) -> str:
    """Give a list on one line."""
    return f"[{', '.join(values)}]"


def block(key: str, paragraphs: Sequence[str], indent: str = "") -> Iterator[str]:
    """Give a long text as a literal block, with an empty line between its paragraphs."""
    yield f"{indent}{key}: |"
    for number, paragraph in enumerate(paragraphs):
        if number:
            yield ""
        yield from (f"{indent}  {line}" for line in paragraph.split("\n"))
