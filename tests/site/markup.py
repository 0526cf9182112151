"""A built page as the elements it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

RAW_TEXT = ("script", "style")


@dataclass(frozen=True, slots=True)
class Element:
    """A start tag: its attributes as the browser reads them (an attribute without a value is empty text)."""

    tag: str
    attributes: dict[str, str]
    line: int
    text: str = ""

    def words(self, attribute: str) -> list[str]:
        """Give the words of an attribute that lists several, such as ``class`` and ``rel``."""
        return self.attributes.get(attribute, "").split()


@dataclass(frozen=True, slots=True)
class Markup:
    """The elements of one page in order; scripts and styles carry their text."""

    elements: tuple[Element, ...]

    def all(self, *tags: str) -> Iterator[Element]:
        """Give the elements with one of the tags."""
        return (element for element in self.elements if element.tag in tags)

    def anchors(self) -> frozenset[str]:
        """Give what the fragment of a link to this page may be."""
        ids = {element.attributes["id"] for element in self.elements if "id" in element.attributes}
        names = {element.attributes["name"] for element in self.all("a") if "name" in element.attributes}
        return frozenset(ids | names)

    def json_ld(self) -> list[str]:
        """Give the texts of the page's JSON-LD blocks."""
        return [
            element.text for element in self.all("script") if element.attributes.get("type") == "application/ld+json"
        ]

    def indexed(self) -> bool:
        """Tell whether search engines may list the page."""
        return not any(
            element.attributes.get("name") == "robots" and "noindex" in element.attributes.get("content", "")
            for element in self.all("meta")
        )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append(Element(tag, attributes, self.getpos()[0]))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem in RAW_TEXT:
            last = self.elements[-1]
            self.elements[-1] = Element(last.tag, last.attributes, last.line, last.text + data)


def read_markup(html: str) -> Markup:
    """Read a page's elements; nothing is judged, a browser's repairs are not made."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Markup(tuple(reader.elements))
