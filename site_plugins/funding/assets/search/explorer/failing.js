/** What is told where something of the page cannot be had. */

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
