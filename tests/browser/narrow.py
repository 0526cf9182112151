"""Finds what makes a page wider than the window."""

from __future__ import annotations

from playwright.sync_api import Page

WIDER_THAN_WINDOW = """() => {
  const root = document.scrollingElement;
  if (root.scrollWidth <= window.innerWidth) return [];
  const scrolls = (element) => {
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement)
      if (getComputedStyle(up).overflowX !== "visible") return true;
    return false;
  };
  const end = (element) => {
    const box = element.getBoundingClientRect();
    const contained = getComputedStyle(element).overflowX !== "visible";
    return contained ? box.right : Math.max(box.right, box.left + element.scrollWidth);
  };
  const sticking = [...document.body.querySelectorAll("*")]
    .filter((element) => end(element) > window.innerWidth + 0.5 && !scrolls(element))
    .map((element) => `${element.outerHTML.slice(0, 120)} ends at ${end(element)}`);
  return [`the page is ${root.scrollWidth} px wide in a window of ${window.innerWidth} px`, ...sticking.slice(0, 5)];
}"""


def wider_than_window(page: Page) -> list[str]:
    """Give nothing for a page that fits the window, else its width and the first elements that stick out."""
    found: list[str] = page.evaluate(WIDER_THAN_WINDOW)
    return found
