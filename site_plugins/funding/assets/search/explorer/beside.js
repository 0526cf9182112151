/** What stands beside the hits and comes after them: the filters, the pictures, the downloads. */

import { Panel } from "./panel.js";

/** How long a reader who types pauses before any of it is worked on, so that the next key is answered first: milliseconds. */
const REST = 150;

/** @typedef {import("../query/state.js").State} State */

export class Beside {
  /** @param {HTMLElement} root @param {(change: (state: State) => State) => void} choose */
  constructor(root, choose) {
    this.root = root;
    this.choose = choose;
    this.at = (/** @type {string} */ name) => /** @type {any} */ (root.querySelector(`[data-${name}]`));
  }

  /**
   * @param {import("../index/published.js").Index} index
   * @param {State} state
   * @param {import("../engine/selecting.js").Selection} selection
   * @param {boolean} typing whether the state comes of a key
   * @param {AbortSignal} signal
   * @throws {import("../index/reading.js").SearchError}
   */
  async show(index, state, selection, typing, signal) {
    await new Promise((rested) => setTimeout(rested, typing ? REST : 0));
    if (signal.aborted) return;
    const facets = await index.facets(signal);
    this.panel ??= new Panel(this.at("facets"), facets, this.choose);
    await this.panel.show(index, state, this.at("heading"), signal);
    if (signal.aborted) return;
    this.root.dataset.counted = "";
    const [{ renderPictures }, { renderDownloads }] = await Promise.all([import("./pictures.js"), import("../downloads/downloads.js")]);
    if (signal.aborted) return;
    await renderPictures(this.at("pictures"), index, selection, state, signal);
    if (signal.aborted) return;
    await renderDownloads(this.at("downloads"), index, selection, state);
  }
}
