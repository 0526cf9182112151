"""Walks through a page with the tabulator key, as those who use no mouse do."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

# A field that draws nothing itself (radio buttons behind icons) is seen by the label that follows it.
DESCRIBE = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const own = at.getBoundingClientRect();
  const drawn = own.width > 1 && own.height > 1 && getComputedStyle(at).opacity !== "0";
  const label = at.nextElementSibling?.matches("label") ? at.nextElementSibling : at.labels?.[0];
  const seen = drawn || !label ? at : label;
  const look = () => [seen, seen.parentElement].map((element) => {
    const style = getComputedStyle(element);
    const outline = style.outlineStyle === "none" ? "" : style.outline;
    return [outline, style.boxShadow, style.backgroundColor, style.borderColor, style.textDecoration,
      style.color, style.opacity].join("|");
  }).join();
  const box = seen.getBoundingClientRect();
  const focused = look();
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const inside = box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight
    && box.right > 0 && box.left < innerWidth;
  const uncovered = top !== null && (seen.contains(top) || top.contains(seen));
  at.blur();
  const blurred = look();
  at.focus({preventScroll: true});
  return {html: at.outerHTML.slice(0, 120), href: at.getAttribute("href"), marked: focused !== blurred,
    shown: inside && uncovered};
}"""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the focus stands: the start of its HTML, its link, and whether a reader can see it and that it is there."""

    html: str
    href: str | None
    marked: bool
    shown: bool


def next_stop(page: Page) -> Stop | None:
    """Press tab once; None when the focus has left the page."""
    page.keyboard.press("Tab")
    found = page.evaluate(DESCRIBE)
    return None if found is None else Stop(**found)


def stops(page: Page, at_most: int) -> list[Stop]:
    """Press tab until the focus leaves the page, at most so many times."""
    walked: list[Stop] = []
    while len(walked) < at_most and (stop := next_stop(page)) is not None:
        walked.append(stop)
    return walked
