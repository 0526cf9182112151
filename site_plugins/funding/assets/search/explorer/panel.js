/** The filters beside the list: what more may be chosen, and how many decisions each choice leaves. */

import { counts, histogram } from "../engine/counting.js";
import { FacetList } from "./facets.js";
import { SearchError } from "../index/reading.js";
import { Span } from "./spans.js";

/** @typedef {import("../query/state.js").State} State */
/** @typedef {import("../index/published.js").Index} Index */

/** The filters in the order of the page; true for those that stand open at first. */
const FILTERS = Object.freeze({
  status: true, year: true, municipality: true, amount: true, recipient: false, theme: false, kind: false,
  decided: false, source: false, body: false, funder: false, condition: false, condition_state: false,
});

export class Panel {
  /**
   * @param {HTMLElement} place an empty one, which gets the filters when they have been counted
   * @param {Object<string, import("../index/decoding.js").Facet>} facets
   * @param {(change: (state: State) => State) => void} choose
   */
  constructor(place, facets, choose) {
    const wide = matchMedia("(min-width: 62em)").matches;
    this.filters = Object.entries(FILTERS).map(([name, open]) => {
      if (name !== "amount" && name !== "decided") return new FacetList(name, facets[name], open && wide);
      const span = new Span(name, open && wide, choose);
      span.details.addEventListener("toggle", () => this.#draw(span));
      return span;
    });
    this.place = place;
  }

  /**
   * Shows the filters of a state; what is chosen, then how its ranges spread.
   * @param {Index} index
   * @param {State} state
   * @param {HTMLElement} heading what gets the focus where the choice that had it is gone
   * @param {AbortSignal} signal
   * @throws {import("../index/reading.js").SearchError}
   */
  async show(index, state, heading, signal) {
    Object.assign(this, { index, state, signal });
    const found = await counts(index, state, signal);
    if (signal.aborted) return;
    const focused = /** @type {HTMLElement} */ (document.activeElement);
    for (const filter of this.filters) filter.render(state, found[filter.name]);
    if (!this.place.firstChild) this.place.append(...this.filters.map((filter) => filter.element));
    if (focused !== document.activeElement) (focused.isConnected ? focused : heading).focus({ preventScroll: true });
    for (const filter of this.filters) if (filter instanceof Span) await this.#draw(filter);
  }

  /** Where it cannot be had how a range spreads, the filter stands without that picture. @param {Span} span */
  async #draw(span) {
    if (!span.details.open || !this.index) return;
    const { signal } = this;
    try {
      span.draw(await histogram(this.index, this.state, span.name, signal));
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof SearchError)) throw error;
      console.warn(error);
      span.draw([]);
    }
  }
}
