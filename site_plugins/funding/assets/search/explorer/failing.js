/** What is told or done where something of the page cannot be had. */

import { SearchError } from "../index/reading.js";

/**
 * What is shown stays, and a reader is told why: that the list is not what was asked for, or that only the rest failed.
 * @param {HTMLElement} root
 * @param {unknown} error
 */
export function failed(root, error) {
  console.warn(error);
  document.documentElement.classList.remove("asked");
  const notice = /** @type {HTMLElement} */ (root.querySelector("[data-failed]"));
  /** @type {HTMLAnchorElement} */ (notice.querySelector("[data-retry]")).href = location.href;
  for (const told of /** @type {NodeListOf<HTMLElement>} */ (notice.querySelectorAll("[data-failed-of]"))) {
    told.hidden = (told.dataset.failedOf === "list") === "listed" in root.dataset;
  }
  notice.hidden = false;
}

/**
 * Has the view made anew if what failed in a part of it is that the site was published anew.
 * @param {Element} part
 * @param {unknown} error
 * @returns {boolean} whether it is
 */
export function outdated(part, error) {
  const isChanged = error instanceof SearchError && error.kind === "changed";
  if (isChanged) part.dispatchEvent(new Event("outdated", { bubbles: true }));
  return isChanged;
}
