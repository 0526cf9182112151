/** What stands above the list: its order, its view, the link to it, and the way to the filters where it is narrow. */

import { addressOf, chosenCount } from "./choosing.js";
import { filled } from "../query/numbers.js";
import { count, words } from "./pieces.js";
import { order } from "../query/state.js";

/** @typedef {import("../query/state.js").State} State */

export class Tools {
  /** @param {HTMLElement} root @param {(change: (state: State) => State) => void} choose */
  constructor(root, choose) {
    const at = (/** @type {string} */ selector) => /** @type {any} */ (root.querySelector(selector));
    this.root = root;
    this.place = at("[data-tools]");
    this.sort = /** @type {HTMLSelectElement} */ (at("[data-sort]"));
    this.views = /** @type {HTMLAnchorElement[]} */ ([...root.querySelectorAll("a[data-view]")]);
    this.copied = at("[data-copied]");
    this.toggle = /** @type {HTMLElement} */ (at(".explorer__toggle"));
    this.close = /** @type {HTMLElement} */ (at(".explorer__close"));
    this.sort.addEventListener("change", () => choose((state) => ({ ...state, sort: this.sort.value })));
    at("[data-copy]").addEventListener("click", () => this.#copy());
    this.toggle.addEventListener("click", () => this.#fold(this.toggle.getAttribute("aria-expanded") !== "true"));
    this.close.addEventListener("click", () => {
      this.#fold(false);
      at("[data-heading]").focus();
    });
  }

  /** @param {State} state @param {number} found how many hits */
  render(state, found) {
    this.place.hidden = found === 0;
    const sorts = Object.keys(words.sort).filter((sort) => sort !== "relevance" || state.q);
    const inForce = order(state);
    this.sort.replaceChildren(...sorts.map((sort) => new Option(words.sort[sort], sort, false, sort === inForce)));
    for (const link of this.views) {
      const view = /** @type {State["view"]} */ (link.dataset.view);
      link.href = addressOf({ ...state, view });
      if (view === state.view) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    this.copied.textContent = "";
    const chosen = chosenCount(state);
    this.toggle.textContent = chosen ? filled(words.show_filters_chosen, { count: String(chosen) }) : words.show_filters;
    this.close.textContent = count(words.show_hits, found);
  }

  /** @param {boolean} open */
  #fold(open) {
    this.toggle.setAttribute("aria-expanded", String(open));
    this.root.classList.toggle("explorer--filtering", open);
  }

  async #copy() {
    const copying = navigator.clipboard?.writeText(location.href) ?? Promise.reject(new Error("no clipboard here"));
    this.copied.textContent = await copying.then(() => words.copied, () => words.copy_failed);
  }
}
